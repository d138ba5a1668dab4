import { parse } from 'node:path'
import { isPlainName } from '../disk/plain-name.ts'

/**
 * What sync programs insert between a file's name and its extension for a conflicting version. A name that merely looks
 * like a manual copy does not count: an old copy is not the other side of a conflict.
 */
const marks = [
  // Syncthing: trip.sync-conflict-20260414-101500-ABCDEFG.json
  /^\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?$/,
  // Dropbox and Nextcloud: trip (Ada's conflicted copy 2026-04-14).json, trip (conflicted copy 2026-04-14 101500).json
  /^ \([^()]*conflicted copy[^()]*(\([^()]*\))?\)( \(\d+\))?$/i,
  // ownCloud: trip_conflict-20260414-101500.json
  /^_conflict-\d{8}-\d{6}$/,
  // Seafile: trip (SFConflict ada@example.com 2026-04-14-10-15-00).json
  /^ \(SFConflict [^()]*\)$/,
]

/**
 * Whether a file is a conflict copy of another file in the same folder.
 *
 * @param original the name of the file that both computers wrote
 */
export function isConflictCopyOf(original: string, name: string): boolean {
  if (!isPlainName(name)) return false
  const { name: stem, ext } = parse(original)
  if (!name.startsWith(stem) || !name.endsWith(ext) || name.length <= original.length) return false
  const mark = name.slice(stem.length, name.length - ext.length)
  return marks.some((pattern) => pattern.test(mark))
}

const anywhere = /\.sync-conflict-\d{8}-\d{6}|conflicted copy|_conflict-\d{8}-\d{6}|\(SFConflict /

/** Whether a name is that of a conflict copy of any file. */
export function looksLikeConflictCopy(name: string): boolean {
  return anywhere.test(name)
}
