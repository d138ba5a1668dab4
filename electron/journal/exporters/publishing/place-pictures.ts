import type { Post } from '../../../shared/post.ts'
import type { ExportFile, Pictures } from '../exporter.ts'
import { webNames } from '../name-pictures.ts'

/** The pictures of a post in a folder beside its text. */
export interface PlacedPictures {
  /** By photo id: the name of the file, in lower case. */
  names: ReadonlyMap<string, string>
  /** By photo id: the address in the text. */
  addresses: ReadonlyMap<string, string>
  files: ExportFile[]
}

/**
 * Names the pictures of a post, and gives each an address.
 *
 * @param folder where the files are in the export, with `/`
 * @param base the address of the folder in which the pictures will be, with or without a slash at the end
 */
export function placePictures(post: Post, pictures: Pictures, folder: string, base: string): PlacedPictures {
  const names = webNames(post)
  const addresses = new Map<string, string>()
  const files: ExportFile[] = []
  for (const { id: photoId } of post.photos) {
    const name = names.get(photoId) ?? photoId
    addresses.set(photoId, `${base.replace(/\/+$/, '')}/${name}`)
    const data = pictures.get(photoId)?.data
    if (data !== undefined) files.push({ path: `${folder}/${name}`, data, photoId })
  }
  return { names, addresses, files }
}
