import type { ConflictChoice, Destination } from '../../../shared/destinations.ts'
import { reportIdOf } from '../../../shared/report/in-report.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Trip } from '../../../shared/trip.ts'
import { decodeText, encodeText, type ExportFile } from '../exporter.ts'
import type { MadeFiles } from '../make-files.ts'
import type { MergedSite } from './merge-site.ts'
import { collectConflicts, shortHash } from './collect-conflicts.ts'
import { readSiteFile, type SiteChange, type SiteFile, type SiteFolder } from './site-folder.ts'
import { hashOf } from '../hash-of.ts'
import type { SiteExport, SiteRecords } from './site-records.ts'

export interface TextOrder {
  /** What the target wrote, with its path in the site. */
  text: ExportFile
  earlier: readonly SiteExport[]
  site: SiteFolder
  made: MadeFiles
  destination: Destination
  trip: Trip
  choice: ConflictChoice
  records: SiteRecords
  signal: AbortSignal
}

export interface PlannedText extends Pick<MergedSite, 'ours' | 'restored' | 'isEdited' | 'conflicts'> {
  /** Identifies the states that were merged. */
  states: string
  /** What will be in the site. */
  data: Uint8Array
  changes: SiteChange[]
  /** The path of the last export, if this one has another. Edits there are part of the new text. */
  movedFrom: string | null
}

/** Finds out what a post's text in the site has to become. */
export async function planText(order: TextOrder): Promise<Result<PlannedText>> {
  const { text, earlier, site, made, destination, trip, choice, records, signal } = order
  const there = await readSiteFile(site, text.path)
  if (!there.ok) return there
  const isOurs = earlier.some(({ files }) => Object.hasOwn(files, text.path))
  if (there.value !== null && !isOurs && (await records.isOfAnother(destination.id, reportIdOf(trip), text.path))) {
    return fail('destination.other-trip', { path: text.path })
  }
  const moved = there.value === null ? await findMoved(order) : ok(null)
  if (!moved.ok) return moved
  const from = moved.value ?? { path: text.path, file: there.value }
  const theirs = from.file && asText(from.file)
  const base = findBase(from, earlier)
  const merged = await made.thread.run(
    'site.merge',
    {
      written: decodeText(text.data),
      keys: destination.keys,
      base,
      theirs: theirs ?? null,
      choice,
    },
    { deadline: made.deadline, signal },
  )
  if (!merged.ok) return merged
  const conflicts = merged.value.conflicts.map((conflict) =>
    conflict.kind === 'file' ? { ...conflict, name: from.path } : conflict,
  )
  const theirHash = from.file && hashOf(from.file.data)
  let { isEdited } = merged.value
  let data = encodeText(merged.value.text)
  if (from.file !== null && theirs === null) {
    // A file in another encoding cannot be merged.
    const whole = collectConflicts(choice)
    isEdited = whole.addFile(from.path, { theirs: from.file.data, ours: data }) === 'theirs'
    if (isEdited) data = from.file.data
    conflicts.push(...whole.conflicts)
  }
  const isThere = there.value !== null && hashOf(there.value.data) === hashOf(data)
  return ok({
    ...merged.value,
    states: shortHash([text.path, from.path, base ?? '', theirHash ?? '', merged.value.ours]),
    isEdited,
    conflicts,
    data,
    changes: isThere ? [] : [{ path: text.path, data, before: there.value }],
    movedFrom: moved.value?.path ?? null,
  })
}

interface Found {
  path: string
  file: SiteFile | null
}

/** The text of the last export under its former path: the post's address or date has changed since. */
async function findMoved({ text, earlier, site, destination }: TextOrder): Promise<Result<Found | null>> {
  for (const { target, text: last } of earlier) {
    if (target !== destination.target || last.path === text.path) continue
    const file = await readSiteFile(site, last.path)
    if (!file.ok) return file
    if (file.value !== null) return ok({ path: last.path, file: file.value })
  }
  return ok(null)
}

/** If an export was interrupted, only the text itself says which of them wrote it. */
function findBase({ path, file }: Found, earlier: readonly SiteExport[]): string | null {
  const wrote = earlier.filter(({ text }) => text.path === path)
  const hash = file && hashOf(file.data)
  return (wrote.find(({ files }) => files[path] === hash) ?? wrote.at(-1))?.text.ours ?? null
}

function asText({ data }: SiteFile): string | null {
  try {
    return decodeText(data)
  } catch {
    return null
  }
}
