import { accessSync, constants, lstatSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileStamp, storedStampOf } from '../../journal/disk/file-stamp.ts'
import { mayBeTrip, revisionOf } from '../../journal/library/library-revision.ts'
import { tripFileIn } from '../../journal/trip-folder/trip-json.ts'
import type { FrameTemplate } from '../../shared/first-frame/frame-page.ts'
import { type WrittenFrame, writeFrame } from '../../shared/first-frame/frame-tree.ts'
import {
  type FrameNote,
  frameFile,
  frameNoteFile,
  hashOf,
  type KeptFrame,
  parseObject,
  readSmall,
  readTemplate,
  settingsStamp,
  type StartedAs,
} from './frame-file.ts'
import { isOnLocalDisk } from './local-disk.ts'

/** A frame that shows what the engine would show. */
export interface FoundFrame {
  template: FrameTemplate
  frame: WrittenFrame
}

/** What is known at the start, before the engine is loaded. */
export interface FrameSearch extends Omit<StartedAs, 'settings'> {
  /** Lanyard's own folder, absolute. */
  own: string
  /** The folder of the built page, absolute. */
  page: string
  theme: string
  language: string
  /** The present, in milliseconds since 1970. */
  now: number
}

/** How long the library may be looked through, in milliseconds. The window is being prepared meanwhile, and waits. */
const MAX_MS = 25

/**
 * Finds the frame that was kept by the last run, if nothing that it shows can have changed since: the library, the
 * settings, the day, the language, the theme, the program itself. Otherwise resolves with `null`.
 *
 * While Chromium starts, each answer of the disk waits for one of its steps, so the library is asked only once without
 * waiting. If it answers at all, the rest is read at once; a disk that does not respond keeps nobody waiting.
 */
export async function findFrame(search: FrameSearch): Promise<FoundFrame | null> {
  try {
    const { named, documents, own } = search
    const note = parseObject<FrameNote>(readSmall(frameNoteFile(own)))
    const { library } = note
    const isSameStart = note.named === named && note.documents === documents && note.settings === settingsStamp(own)
    if (!isSameStart || typeof library !== 'string' || isInTrip(own, library)) return null
    const template = readTemplate(search.page)
    const folders = await readdir(library, { withFileTypes: true })
    // A link may lead to another disk.
    const trips = folders.filter(mayBeTrip)
    if (!isOnLocalDisk(library) || trips.some((folder) => folder.isSymbolicLink())) return null
    accessSync(library, constants.W_OK)
    const bytes = readSmall(frameFile(library))
    if (hashOf(bytes) !== note.hash) return null
    const kept = parseObject<KeptFrame>(bytes)
    if (!isCurrent(kept, search, template.build)) return null
    const revision = findRevision(
      library,
      trips.map(({ name }) => name),
    )
    const frame = kept.revision === revision ? writeFrame(kept.nodes) : null
    return frame && { template, frame }
  } catch {
    return null
  }
}

function isCurrent(kept: Partial<KeptFrame>, { theme, language, now }: FrameSearch, build: string): boolean {
  const { keptAt = Infinity, validUntil = 0 } = kept
  const isSame = kept.build === build && kept.theme === theme && kept.language === language
  return isSame && keptAt <= now && now < validUntil
}

/** The state of a library that its list would show; `null` if that takes too long. */
function findRevision(library: string, folders: readonly string[]): string | null {
  const until = performance.now() + MAX_MS
  const stamps = new Map<string, FileStamp | null>()
  for (const folder of folders) {
    stamps.set(folder, tripStamp(tripFileIn(join(library, folder))))
    if (performance.now() > until) return null
  }
  return revisionOf(stamps)
}

/** @throws if it is a link, which may lead to another disk */
function tripStamp(file: string): FileStamp | null {
  const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false })
  if (stat?.isSymbolicLink() === true) throw new Error('A link.')
  return stat === undefined ? null : storedStampOf(stat)
}

/** Whether the window was in a trip of the library when it was closed. */
function isInTrip(own: string, library: string): boolean {
  try {
    return parseObject<{ library: string }>(readSmall(join(own, 'place.json'))).library === library
  } catch {
    return false
  }
}
