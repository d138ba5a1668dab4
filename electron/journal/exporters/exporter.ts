import type { Root } from 'mdast'
import type { Census, ExportKind, ExportTarget } from '../../shared/contract/exports.ts'
import {
  type ExportOptions,
  type OptionValue,
  type OptionValues,
  optionValuesSchema,
} from '../../shared/export-options.ts'
import { webPictureTypes } from '../../shared/pictures.ts'
import type { Message } from '../../shared/messages/message.ts'
import type { Post, PostMeta } from '../../shared/post.ts'
import type { Result } from '../../shared/result.ts'
import type { Photo } from '../../shared/trip.ts'
import type { Paper } from './paper.ts'
import type { OutlineOptions } from '../markdown/outline-inline.ts'
import type { PictureCopy, PictureSupport } from '../pictures/convert/picture-wish.ts'
import { pictureSizeOption, withoutPictureSize } from './picture-size.ts'

/** A picture of a post with the bytes to export: without position, serial numbers, thumbnails or other hidden data. */
export interface Picture {
  /** Its record, with the media type of the bytes below. The other fields describe the original file. */
  photo: Photo
  data: Uint8Array
  /** How large it is shown, in pixels; absent if it could not be decoded. */
  size?: { width: number; height: number }
  /** Smaller copies, if the target asked for any; the smallest first. Each has the picture's type. */
  copies?: readonly PictureCopy[]
}

/** By the id of the photo. */
export type Pictures = ReadonlyMap<string, Picture>

/** A file made by an exporter, in memory. */
export interface ExportFile {
  /** The path inside the export's folder, with `/`. For a target that makes a single file, its name. */
  path: string
  data: Uint8Array
  /** The photo that this file shows; absent for all other files. */
  photoId?: string
}

/** What an exporter made from a post. */
export interface WrittenPost {
  makes: ExportKind
  /** The name of the resulting folder or file; meaningless for the clipboard. */
  name: string
  /** The text comes first. */
  files: ExportFile[]
  /** How the files, a page and its pictures, are printed: the export is the PDF. `date` is that of the document. */
  print?: { paper: Paper; date: string }
  /** The tree that reading the files back should give: the post's tree, with the exported addresses of its pictures. */
  tree: Root
  /** A sentence for each part of the post that was left out on purpose. */
  omissions: Message[]
  /** A sentence for each thing to know about the files that is no difference. */
  notes?: Message[]
}

/** A post as it was read back from files. */
export interface ReadPost {
  tree: Root
  /** As much of it as this file format can hold. */
  meta: Partial<PostMeta>
}

/** Files by path, the text first. Pictures are left out: they are compared as bytes. */
export type TextFiles = ReadonlyMap<string, Uint8Array>

/** The input of a check. */
export interface Check<Values> {
  /** The files as they are on the disk. */
  files: TextFiles
  /** The post without the pictures that could not be exported. */
  post: Post
  written: Pick<WrittenPost, 'tree' | 'omissions'>
  /** Addresses of pictures that readers of the export will not see. */
  unseen: ReadonlySet<string>
  options: Values
}

export interface Verdict {
  /** What was read back from the written files; `null` if this kind of file cannot be read back. */
  census: Census | null
  /** A sentence for each difference between the files and the post. */
  differences: Message[]
}

/** The part of a target that does the work. It is loaded in the worker only, and must not modify the post. */
export interface Writer<Values> {
  /** Makes the files. The same post, pictures and options always give the same bytes. */
  write: (post: Post, pictures: Pictures, options: Values) => Promise<Result<WrittenPost>>
  /** Reads back files that are neither Markdown nor HTML, so that their tree can be compared with the post's. */
  read?: (files: TextFiles, options: Values) => ReadPost
  /** How the two trees are compared: as strictly as this file format allows. */
  comparison?: OutlineOptions
  /** Checks the files instead of comparing trees. Files that cannot be read back are only compared as bytes. */
  verify?: (check: Check<Values>) => Verdict
}

/** Browsers. */
export const webPictures: PictureSupport = { types: webPictureTypes, readsMetadata: true }

/** E-mail programs, word processors, e-book readers and publishing systems with a short list of types. */
export const documentPictures: PictureSupport = {
  types: ['image/jpeg', 'image/png', 'image/gif'],
  readsMetadata: false,
}

/** Publishing systems, which make copies in several sizes of what they get. Not all of them know AVIF. */
export const publishingPictures: PictureSupport = {
  types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  readsMetadata: true,
}

/** A writer whose options are checked when it is called. */
export type AnyWriter = Writer<Readonly<Record<string, OptionValue>>>

/**
 * A target that a report can be exported to. To add one, add a folder beside this file and a line to the registry,
 * which the window, the command line and the tests read.
 */
export interface Exporter extends Omit<ExportTarget, 'options'> {
  options: ExportOptions
  /**
   * What the readers of its files can show; default: {@link webPictures}. Pictures of other kinds are converted before
   * they reach the writer.
   */
  pictures?: PictureSupport | ((options: Readonly<Record<string, OptionValue>>) => PictureSupport)
  /** Whether its writer makes a page that the shell has to print. */
  isPrinted?: true
  load: () => Promise<AnyWriter>
}

/**
 * Defines a target. Its writer receives the options' values with their types. If it shows the trip's pictures, it also
 * gets the option for their size, which does not concern its writer.
 */
export function defineExporter<const O extends ExportOptions>(
  definition: Omit<Exporter, 'options' | 'load'> & { options: O; load: () => Promise<Writer<OptionValues<O>>> },
): Exporter {
  const values = optionValuesSchema(definition.options)
  const parse = (options: Readonly<Record<string, OptionValue>>) => values.parse(withoutPictureSize(options))
  return {
    ...definition,
    options: definition.shows.tripPictures ? { ...definition.options, ...pictureSizeOption } : definition.options,
    async load() {
      const { write, read, comparison, verify } = await definition.load()
      return {
        write: (post, pictures, options) => write(post, pictures, parse(options)),
        ...(read && { read: (files, options) => read(files, parse(options)) }),
        ...(comparison && { comparison }),
        ...(verify && { verify: (check) => verify({ ...check, options: parse(check.options) }) }),
      }
    },
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function encodeText(text: string): Uint8Array {
  return encoder.encode(text)
}

/** @throws TypeError if the bytes are not UTF-8 */
export function decodeText(data: Uint8Array): string {
  return decoder.decode(data)
}
