import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type FileStamp, storedStampOf } from '../../journal/disk/file-stamp.ts'
import type { ShownFrame } from '../../shared/contract/app.ts'
import { CACHE_FOLDER } from '../../journal/trip-folder/library-folders.ts'
import { type FrameTemplate, TEMPLATE_FILE } from '../../shared/first-frame/frame-page.ts'

/*
 * A first frame has the titles of trips, so it is kept beside them, in the library's cache. A library can be shared with
 * other computers, so Lanyard's own folder holds a note that says which frame this computer has written.
 *
 * Both are read without schemas, because the window waits for them: every value is compared with what is expected.
 */

/** The frame in the library's cache. */
export interface KeptFrame extends ShownFrame {
  /** The build of the page. */
  build: string
  /** When it was kept, in milliseconds since 1970: a clock that was set back makes it invalid. */
  keptAt: number
}

/** The note in Lanyard's own folder. */
export interface FrameNote extends StartedAs {
  /** The library, absolute. */
  library: string
  /** The hash of the frame's file. */
  hash: string
}

/** What a start was told about the library. Another start finds the same one if all of it is the same. */
export interface StartedAs {
  /** The library that the command line or the environment named, absolute; `null` if none was named. */
  named: string | null
  /** The folder of the user's documents, absolute. */
  documents: string
  /** The stamp of the settings; `null` if there are none. */
  settings: string | null
}

/** @param library absolute */
export const frameFile = (library: string): string => join(library, CACHE_FOLDER, 'first-frame.json')

/** @param own Lanyard's own folder, absolute */
export const frameNoteFile = (own: string): string => join(own, 'first-frame.json')

export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('base64url')

/** More than any frame or template has. */
const MAX_BYTES = 4 * 1024 * 1024

/**
 * Reads a small file without waiting for anything else.
 *
 * @throws the system's error; if it is no regular file, which could keep the window waiting forever
 */
export function readSmall(path: string): Uint8Array {
  const stat = statSync(path)
  if (!stat.isFile() || stat.size > MAX_BYTES) throw new Error('No small file.')
  return readFileSync(path)
}

/** The values can still be anything; they are compared or checked one by one. @throws if it is no JSON */
export function parseObject<T extends object>(bytes: Uint8Array): Partial<T> {
  const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
  return typeof value === 'object' && value !== null ? value : {}
}

/** The stamp of the settings; `null` if there are none. @param own Lanyard's own folder, absolute */
export function settingsStamp(own: string): FileStamp | null {
  const stat = statSync(join(own, 'settings.json'), { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? null : storedStampOf(stat)
}

/** Reads the document of a first frame. @param page the folder of the built page, absolute */
export function readTemplate(page: string): FrameTemplate {
  const { html, script, build } = parseObject<FrameTemplate>(readSmall(join(page, TEMPLATE_FILE)))
  if (html === undefined || script === undefined || build === undefined)
    throw new Error('The build has no first frame.')
  return { html, script, build }
}
