import type { Archive, ArchiveWay } from '../../electron/shared/archive.ts'
import type { TakenTrip } from '../../electron/shared/contract/archives.ts'
import type { JobInput } from '../../electron/shared/contract/index.ts'
import { formatConflicts } from '../../electron/shared/format-conflict.ts'
import type { Message } from '../../electron/shared/messages/message.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { assertNever, fail, type Failure, ok, type Result, wasCancelled } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { noteAdded } from '../state/library-changes.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { refuseChange } from '../state/read-only.ts'
import { useTripFile } from './trip-file-state.ts'
import { isFree, reset, runAlone, runFileJob, showDialog } from './file-job.ts'

/** Makes the engine open a file; `null` if there is no further file. */
type Look = () => ReturnType<typeof runFileJob<'archives.read' | 'archives.next'>>

const waiting: Look[] = []
let isListening = false

/** Imports files that were chosen or dropped into the library, one after the other. */
export function openTripFiles(files: readonly File[]): void {
  if (files.length === 0 || refuseChange()) return
  for (const file of files) waiting.push(() => runFileJob(t('archive.opening'), 'archives.read', () => read(file)))
  begin()
}

/** Imports files that were opened from outside: in the file manager, or on the command line. */
export function openWaitingFiles(): void {
  const next: Look = async () => {
    const looked = await runFileJob(t('archive.opening'), 'archives.next', {})
    // There may be more files after it, which are not announced again.
    if (!looked.result.ok || looked.result.value !== null) waiting.push(next)
    return looked
  }
  waiting.push(next)
  begin()
}

/** Continues with the next file, now or once nothing else is running or being asked. */
function begin(): void {
  if (!isListening) {
    useApp.subscribe(() => void openNext())
    useTripFile.subscribe(() => void openNext())
  }
  isListening = true
  void openNext()
}

async function read(file: File): Promise<Result<JobInput<'archives.read'>>> {
  try {
    return ok({ name: file.name, data: new Uint8Array(await file.arrayBuffer()) })
  } catch {
    return fail('import.trip-file-unreadable', { name: file.name })
  }
}

async function openNext(): Promise<void> {
  const { dialog, started } = useApp.getState()
  if (!started || dialog !== null || !isFree()) return
  const look = waiting.shift()
  if (look === undefined) return
  await runAlone(async () => {
    const { job, result } = await look()
    if (!result.ok) showUnlessCancelled(result.error)
    // The file may already have been open when the user cancelled.
    else if (result.value !== null) await (job.isCancelled() ? forget(result.value) : decide(result.value))
  })
}

function showUnlessCancelled(failure: Failure): void {
  if (!wasCancelled(failure)) useApp.getState().showFailure(failure)
}

async function decide(archive: Archive): Promise<void> {
  const { state } = archive.whereabouts
  switch (state) {
    case 'new':
    case 'in-trash':
      if (refuseChange()) await forget(archive)
      else await importTrip(archive, 'new')
      return
    case 'same': {
      await forget(archive)
      show(archive.trip.id)
      const { title } = archive.trip
      useApp
        .getState()
        .notify(archive.whereabouts.isOlder ? t('archive.same-newer', { title }) : t('archive.same', { title }))
      return
    }
    case 'differs':
    case 'unreadable':
      useTripFile.setState({ stage: { name: 'asking', archive } })
      showDialog()
      return
    default:
      assertNever(state)
  }
}

/** Closes a file without importing it. */
export async function forget({ archiveId }: Archive): Promise<void> {
  reset()
  await bridge.call('archives.close', { archiveId })
}

/** Imports a file in the way the user chose. */
export function importAs(archive: Archive, way: ArchiveWay): void {
  void runAlone(() => importTrip(archive, way))
}

/** Imports the trip of a file into the library, and shows it. */
async function importTrip(archive: Archive, way: ArchiveWay): Promise<void> {
  const { archiveId, name, whereabouts } = archive
  reset()
  if (refuseChange()) return forget(archive)
  // Unsaved text would be missing from the version that undoes a merge.
  const saved = await useTrip.getState().saveAll('file')
  if (!saved.ok) {
    await forget(archive)
    return showUnlessCancelled(saved.error)
  }
  const { result: imported } = await runFileJob(t('archive.importing'), 'archives.take', { archiveId, way })
  if (!imported.ok) {
    await forget(archive)
    showUnlessCancelled(imported.error)
    return
  }
  const { trip, undoVersionId, remarks } = imported.value
  if (way !== 'merge') noteAdded(trip)
  const { trip: shown, open, show: showTrip } = useTrip.getState()
  // The step below belongs to the trip, which has to be there first.
  if (shown?.id === trip.id) await open(trip.id)
  else if (undoVersionId !== null) showTrip(trip)
  const undo =
    undoVersionId === null
      ? undefined
      : useTrip.getState().noteReplaced(undoVersionId, t('undo.step.merge-file', { name }))
  show(trip.id)
  const message = describeImport(imported.value, way, whereabouts.state === 'in-trash')
  if (remarks.length > 0) showRemarks(message, remarks)
  else useApp.getState().notify(message, undo)
}

function show(tripId: string): void {
  const { place, goToTrip } = useApp.getState()
  if (place.name !== 'trip' || place.tripId !== tripId) goToTrip(tripId)
  void useLibrary.getState().refresh()
}

function showRemarks(message: string, remarks: readonly Message[]): void {
  useTripFile.setState({ stage: { name: 'remarks', title: t('archive.imported-title'), message, remarks } })
  showDialog()
}

function describeImport({ trip, photos, conflicts }: TakenTrip, way: ArchiveWay, isInTrash: boolean): string {
  const { title } = trip
  const sentences =
    way === 'merge'
      ? [t('archive.merged', { title }), formatConflicts(conflicts)]
      : [
          t('archive.imported', { title, entries: trip.entries.length, pictures: photos }),
          isInTrash ? t('archive.in-trash') : '',
        ]
  return sentences.join(' ').trim()
}
