import { use, useState, type ComponentProps } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { PostContext } from './post-context.ts'
import './markdown.css'

const photoReference = /^photo:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** A picture of the trip. One that is missing or on the web is only named, and not loaded. */
export function PostPicture({ src, alt = '', title }: ComponentProps<'img'>) {
  const { photoAddress } = use(PostContext)
  const [broken, setBroken] = useState(false)
  const id = photoReference.exec(src ?? '')?.[1]
  if (id === undefined || broken) {
    return (
      <span className="post-picture-missing">
        {alt ? t('post.picture-missing-named', { description: alt }) : t('post.picture-missing')}
      </span>
    )
  }
  return <img src={photoAddress(id)} alt={alt} title={title} decoding="async" onError={() => setBroken(true)} />
}
