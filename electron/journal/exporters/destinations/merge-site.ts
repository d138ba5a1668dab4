import type { ConflictChoice, FrontKeys } from '../../../shared/destinations.ts'
import { applyKeys, restoreKeys } from './apply-keys.ts'
import { type MergedText, mergeSiteText } from './merge-site-text.ts'

export interface SiteMerge {
  /** What the target wrote. */
  written: string
  keys: FrontKeys
  /** What the last export would have written if nobody had edited the site; `null` if nobody knows. */
  base: string | null
  /** What is in the site; `null` for nothing. */
  theirs: string | null
  choice: ConflictChoice
}

export interface MergedSite extends MergedText {
  /** What would be written if there were nothing in the site. */
  ours: string
  /** The text with the keys of the target, to be compared with the post; without what others edited in the site. */
  restored: string
  /** Whether something that others edited in the site is in the text. */
  isEdited: boolean
}

/** Changes the keys of a text, and merges it with the one in a site. */
export function mergeSite({ written, keys, base, theirs, choice }: SiteMerge): MergedSite {
  const ours = applyKeys(written, keys)
  const merged = theirs === null ? { text: ours, conflicts: [] } : mergeSiteText({ base, theirs, ours }, choice)
  const plain = merged.text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  return { ...merged, ours, restored: restoreKeys(ours, written, keys), isEdited: plain !== ours }
}
