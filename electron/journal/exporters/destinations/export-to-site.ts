import { join } from 'node:path'
import type { ExportSummary, SiteOutcome } from '../../../shared/contract/exports.ts'
import { destinationTarget } from '../../../shared/destination-target.ts'
import type { ConflictChoice, Destination } from '../../../shared/destinations.ts'
import { type Message, message, quoted } from '../../../shared/messages/message.ts'
import { reportIdOf } from '../../../shared/report/in-report.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { now } from '../../../shared/time.ts'
import { nodeFileSystem } from '../../disk/file-system.ts'
import { encodeText, type Exporter, type ExportFile } from '../exporter.ts'
import type { ExportNotes } from '../export-notes.ts'
import { exporters } from '../index.ts'
import { checkFiles, type MadeFiles, makeFiles, type MakeOrder, readBack } from '../make-files.ts'
import { planExport } from './plan-export.ts'
import { planRemovals } from './plan-files.ts'
import { hashOf } from '../hash-of.ts'
import { changeSite, openSiteFolder, removeEmptyFolders, type SiteChange, type SiteFolder } from './site-folder.ts'
import type { SiteExport, SiteRecords } from './site-records.ts'

export interface SiteOrder extends Omit<MakeOrder, 'target' | 'options'> {
  destination: Destination
  /** What counts where the site and Lanyard changed the same passage. Nothing is written before that is known. */
  choice: ConflictChoice
  records: SiteRecords
  notes?: ExportNotes
}

/** Whether a site can be written by this target. */
export function fitsSites({ makes, group }: Pick<Exporter, 'makes' | 'group'>): boolean {
  return makes === 'site' || (makes === 'folder' && group === 'files')
}

/**
 * Exports a trip's report into the folder of a site. What Lanyard wrote there last is replaced, what others edited in
 * it is kept, and nothing else is touched. If the export is cancelled or fails, or if somebody has to decide, nothing
 * is changed.
 */
export async function exportToSite(order: SiteOrder): Promise<Result<SiteOutcome>> {
  const { destination, library, fileSystem = nodeFileSystem, exporters: known = exporters } = order
  const { target, options, folder } = destination
  const exporter = known.find(({ id }) => id === target)
  if (exporter !== undefined && !fitsSites(exporter)) return fail('destination.target', { target: exporter.name })
  const site = await openSiteFolder(folder, library.folder, fileSystem)
  if (!site.ok) return site
  return await makeFiles({ ...order, target, options }, (made) => exportInto(site.value, made, order))
}

async function exportInto(site: SiteFolder, made: MadeFiles, order: SiteOrder): Promise<Result<SiteOutcome>> {
  const { destination, records, trip, signal, onProgress } = order
  const earlier = await records.of(destination.id, reportIdOf(trip))
  const files = inSite(made)
  const [text, ...pictures] = files
  if (text === undefined) throw new Error('The target has written no text.')
  const plan = await planExport({ text, earlier, site, made, ...order }, pictures)
  if (!plan.ok) return plan
  const { text: planned, pictures: shown, conflicts, proposal, isDecided, isOutdated } = plan.value
  if (!isDecided) return ok({ kind: 'conflicts', proposal, conflicts, isOutdated })
  const removals = await planRemovals({ earlier, kept: files, moved: planned.movedFrom, site })
  if (!removals.ok) return removals

  const changes = [...planned.changes, ...shown.changes, ...removals.value.changes]
  const next: SiteExport = {
    at: now(),
    target: destination.target,
    text: { path: text.path, ours: planned.ours },
    files: Object.fromEntries([
      [text.path, hashOf(planned.data)],
      ...pictures.map(({ path, data }) => [path, hashOf(data)] as const),
    ]),
    folders: earlier.flatMap(({ folders }) => folders),
  }
  const changed = await changeSite({
    site,
    changes,
    signal,
    onWritten: (count) => onProgress(0.4 + (0.4 * count) / changes.length, 'writing-files'),
    // If the computer stops between two files, the next export still knows all of them.
    onReady: () => records.keep(destination.id, reportIdOf(trip), [next, ...earlier].slice(0, 10)),
  })
  if (!changed.ok) return changed
  await settle(site, { ...next, folders: [...new Set([...next.folders, ...changed.value])] }, changes, order)

  onProgress(0.85, 'reading-back')
  const expected = [{ ...text, data: planned.data }, ...shown.expected]
  const paths = expected.map(({ path }) => join(destination.folder, path))
  const back = await readBack(expected, paths, site.fileSystem)
  if (!back.ok) return back
  // Edits in the site are no difference: the report is compared with what is written besides them.
  const own = [{ path: made.files[0]?.path ?? text.path, data: encodeText(planned.restored) }]
  const checked = await checkFiles(own, made)
  onProgress(1, 'reading-back')
  const notes = [...(made.notes ?? []), ...remarks(planned.isEdited || shown.isEdited, removals.value.left)]
  const summary: ExportSummary = {
    makes: 'site',
    path: paths[0] ?? destination.folder,
    files: paths,
    clipboard: null,
    missing: made.missing,
    ...checked,
    differences: [...back.value.differences, ...checked.differences],
    ...(notes.length > 0 && { notes }),
  }
  return ok({ kind: 'written', summary })
}

/** The files with their paths in the site. A target for any folder leaves it to us to give each post its own. */
function inSite({ makes, name, files }: MadeFiles): ExportFile[] {
  return makes === 'folder' ? files.map((file) => ({ ...file, path: `${name}/${file.path}` })) : files
}

/** Everything is in place: what cannot be tidied up or remembered now does no harm. */
async function settle(
  site: SiteFolder,
  done: SiteExport,
  changes: readonly SiteChange[],
  { destination, trip, records, notes }: SiteOrder,
): Promise<void> {
  if (changes.some(({ data }) => data === null)) await removeEmptyFolders(site, done.folders)
  const { text, files } = done
  const folders = done.folders.filter((folder) => Object.keys(files).some((path) => path.startsWith(`${folder}/`)))
  await records.keep(destination.id, reportIdOf(trip), [{ ...done, folders }]).catch(() => {})
  await notes?.keep({
    reportId: reportIdOf(trip),
    target: destinationTarget(destination),
    options: {},
    path: join(destination.folder, text.path),
    at: done.at,
    texts: { '': files[text.path] ?? '' },
  })
}

function remarks(isEdited: boolean, left: readonly string[]): Message[] {
  return [
    ...(isEdited ? [message('destination.note.kept')] : []),
    ...(left.length > 0 ? [message('destination.note.left', { files: quoted(left, 5) })] : []),
  ]
}
