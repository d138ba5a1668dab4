import type { Root } from 'mdast'
import type { Photo } from '../../shared/trip.ts'
import type { Post, PostMeta } from '../../shared/post.ts'
import type { OutlineOptions } from '../markdown/outline-inline.ts'

/** A picture of a post with its bytes. */
export interface Picture {
  photo: Photo
  data: Uint8Array
}

/** By the id of the photo. */
export type Pictures = ReadonlyMap<string, Picture>

/** A file that an exporter makes, in memory. */
export interface ExportFile {
  /** Inside the folder of the export, with `/`. Of a target that makes one file it only matters how it ends. */
  path: string
  data: Uint8Array
}

/**
 * A kind of files that a post can be told in. Adding one is one file in this folder and one line in the registry: menus,
 * command line and tests read the registry. All functions are pure and leave the post as it is.
 */
export interface Exporter {
  id: string
  name: string
  description: string
  makes: 'folder' | 'file'
  write(post: Post, pictures: Pictures): ExportFile[]
  /** Reads written files back, by their paths. */
  read(files: ReadonlyMap<string, Uint8Array>): Root
  /** What the files say above the text, as far as this target has a place for it. */
  readMeta(files: ReadonlyMap<string, Uint8Array>): Partial<PostMeta>
  /** The post's tree with addresses as {@link Exporter.read} finds them, for the comparison. */
  expect(post: Post, pictures: Pictures): Root
  /** How the two are compared: as fully as this target can tell. */
  comparison: OutlineOptions
  /** How much of pictures one file can hold, in bytes; without it any. */
  maxPictureBytes?: number
  /** A sentence for each thing of the post that this target leaves out on purpose. */
  leftOut?(post: Post): string[]
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function encodeText(text: string): Uint8Array {
  return encoder.encode(text)
}

/** @throws TypeError where the bytes are no UTF-8 */
export function decodeFile(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return decoder.decode(files.get(path) ?? new Uint8Array())
}

/** The one file of a target that makes one. */
export function decodeOnly(files: ReadonlyMap<string, Uint8Array>): string {
  for (const path of files.keys()) return decodeFile(files, path)
  return ''
}
