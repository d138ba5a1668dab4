import type { Post } from '../../shared/post.ts'
import type { Photo } from '../../shared/trip.ts'
import { eachNode } from '../markdown/map-nodes.ts'
import type { Pictures } from './exporter.ts'
import { photoIdIn } from '../report/show-pictures.ts'

/** The photos that the text of a post shows: all but a cover that is not in the text. */
export function shownPhotos({ tree, meta, photos }: Post): Photo[] {
  const isInText = (photo: Photo) => photo.id !== meta.cover || shows(tree, photo.id)
  return photos.filter(isInText)
}

/** The pictures of those. */
export function shownPictures(post: Post, pictures: Pictures): Pictures {
  return new Map(
    shownPhotos(post).flatMap(({ id }) => {
      const picture = pictures.get(id)
      return picture === undefined ? [] : [[id, picture]]
    }),
  )
}

function shows(tree: Post['tree'], photoId: string): boolean {
  let found = false
  eachNode(tree, (node) => {
    found ||= node.type === 'image' && photoIdIn(node.url) === photoId
  })
  return found
}
