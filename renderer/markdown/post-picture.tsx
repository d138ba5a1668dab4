import { use, useState, type ComponentProps } from 'react'
import { idSchema } from '../../electron/shared/trip.ts'
import { PostContext } from './post-context.ts'

/** A picture of the trip. One that is not there, or is somewhere on the web, is named and not loaded. */
export function PostPicture({ src, alt = '', title }: ComponentProps<'img'>) {
  const { photoAddress } = use(PostContext)
  const [broken, setBroken] = useState(false)
  const id = idSchema.safeParse(src?.replace(/^photo:/, ''))
  if (!id.success || broken) {
    return <span className="post-picture-missing">{alt ? `Picture not shown: ${alt}` : 'Picture not shown'}</span>
  }
  return <img src={photoAddress(id.data)} alt={alt} title={title} decoding="async" onError={() => setBroken(true)} />
}
