import type { ConflictChoice, SiteConflict } from '../../../shared/destinations.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { ExportFile } from '../exporter.ts'
import { collectConflicts } from './collect-conflicts.ts'
import { readSiteFile, type SiteChange, type SiteFolder } from './site-folder.ts'
import { hashOf } from '../hash-of.ts'
import type { SiteExport } from './site-records.ts'

export interface PlannedPictures {
  changes: SiteChange[]
  conflicts: SiteConflict[]
  /** What will be in the site. */
  expected: ExportFile[]
  /** Whether somebody has changed a picture that is kept. */
  isEdited: boolean
}

/** Finds out which pictures have to be written. One that somebody changed in the site stays, unless ours changed too. */
export async function planPictures(
  pictures: readonly ExportFile[],
  earlier: readonly SiteExport[],
  site: SiteFolder,
  choice: ConflictChoice,
): Promise<Result<PlannedPictures>> {
  const found = collectConflicts(choice)
  const planned: PlannedPictures = { changes: [], conflicts: found.conflicts, expected: [], isEdited: false }
  for (const picture of pictures) {
    const { path, data } = picture
    const there = await readSiteFile(site, path)
    if (!there.ok) return there
    const before = there.value
    const hash = before && hashOf(before.data)
    const ours = hashOf(data)
    const isKnown = earlier.some(({ files }) => files[path] === hash)
    let keepsTheirs = hash === ours
    if (before !== null && hash !== ours && !isKnown) {
      const hasNotChanged = earlier.some(({ files }) => files[path] === ours)
      keepsTheirs = hasNotChanged || found.addFile(path, { theirs: before.data, ours: data }) === 'theirs'
      planned.isEdited ||= keepsTheirs
    }
    if (keepsTheirs && before !== null) planned.expected.push({ ...picture, data: before.data })
    else {
      planned.expected.push(picture)
      planned.changes.push({ path, data, before })
    }
  }
  return ok(planned)
}

export interface RemovalOrder {
  earlier: readonly SiteExport[]
  /** The files of this export. */
  kept: readonly ExportFile[]
  /** A path whose text is part of the new one, or `null`. */
  moved: string | null
  site: SiteFolder
}

/** Finds the files of earlier exports that are no longer part of the post, and which of them somebody has changed. */
export async function planRemovals(order: RemovalOrder): Promise<Result<{ changes: SiteChange[]; left: string[] }>> {
  const { earlier, kept, moved, site } = order
  const stays = new Set(kept.map(({ path }) => path.toLowerCase()))
  const paths = new Set(earlier.flatMap(({ files }) => Object.keys(files)))
  const [changes, left]: [SiteChange[], string[]] = [[], []]
  for (const path of paths) {
    // On some disks, a name in other letters is the same file.
    if (stays.has(path.toLowerCase())) continue
    const there = await readSiteFile(site, path)
    if (there.ok && there.value === null) continue
    const isAsWritten = there.ok && there.value !== null && isIn(earlier, path, hashOf(there.value.data))
    if (there.ok && (isAsWritten || path === moved)) changes.push({ path, data: null, before: there.value })
    // Something else has its name by now, or it leads elsewhere.
    else left.push(path)
  }
  return ok({ changes, left })
}

function isIn(earlier: readonly SiteExport[], path: string, hash: string): boolean {
  return earlier.some(({ files }) => files[path] === hash)
}
