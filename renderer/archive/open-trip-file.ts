import type { Archive, ArchiveWay } from '../../electron/shared/archive.ts'
import type { TakenTrip } from '../../electron/shared/contract/archives.ts'
import type { JobInput } from '../../electron/shared/contract/index.ts'
import { formatConflicts } from '../../electron/shared/format-conflict.ts'
import { assertNever, type Failure, ok, type Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { wasCancelled } from '../bridge/run-job.ts'
import { type ToastAction, useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { refuseChange } from '../state/read-only.ts'
import { useTripFile } from './trip-file-state.ts'
import { alone, isFree, rest, showDialog, work } from './work.ts'

/** Has the engine look into a file; `null`: there is none. */
type Look = () => ReturnType<typeof work<'archives.read' | 'archives.next'>>

const OPENING = 'Opening the file'

const waiting: Look[] = []
let isListening = false

/** Imports files that were chosen or dropped into the library, one after the other. */
export function openTripFiles(files: readonly File[]): void {
  if (files.length === 0 || refuseChange()) return
  for (const file of files) waiting.push(() => work(OPENING, 'archives.read', () => read(file)))
  begin()
}

/** Imports files that were opened from outside: in the file manager, or on the command line. */
export function openWaitingFiles(): void {
  const next: Look = async () => {
    const looked = await work(OPENING, 'archives.next', {})
    // There may be more files behind it, and they are not announced again.
    if (!looked.result.ok || looked.result.value !== null) waiting.push(next)
    return looked
  }
  waiting.push(next)
  begin()
}

/** Continues with the next file now, or once nothing else is being done or asked. */
function begin(): void {
  if (!isListening) {
    useApp.subscribe(() => void goOn())
    useTripFile.subscribe(() => void goOn())
  }
  isListening = true
  void goOn()
}

async function read(file: File): Promise<Result<JobInput<'archives.read'>>> {
  try {
    return ok({ name: file.name, data: new Uint8Array(await file.arrayBuffer()) })
  } catch {
    const message = `“${file.name}” could not be read. It may have been moved or changed since; choose it again.`
    return { ok: false, error: { code: 'import.nothing', message } }
  }
}

async function goOn(): Promise<void> {
  const { dialog, started } = useApp.getState()
  if (!started || dialog !== null || !isFree()) return
  const look = waiting.shift()
  if (look === undefined) return
  await alone(async () => {
    const { job, result } = await look()
    if (!result.ok) complain(result.error)
    // The file may have been open already when the user cancelled.
    else if (result.value !== null) await (job.isCancelled() ? forget(result.value) : decide(result.value))
  })
}

function complain(failure: Failure): void {
  if (!wasCancelled(failure)) useApp.getState().complain(failure)
}

async function decide(archive: Archive): Promise<void> {
  const { state } = archive.whereabouts
  switch (state) {
    case 'new':
    case 'in-trash':
      if (refuseChange()) await forget(archive)
      else await takeTrip(archive, 'new')
      return
    case 'same': {
      await forget(archive)
      show(archive.trip.id)
      const what = archive.whereabouts.isOlder ? 'in a newer state than in the file' : 'just as it is in the file'
      useApp.getState().say(`You have “${archive.trip.title}” already, ${what}.`)
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
  rest()
  await bridge.call('archives.close', { archiveId })
}

/** Imports a file the way the user chose. */
export function takeAs(archive: Archive, way: ArchiveWay): void {
  void alone(() => takeTrip(archive, way))
}

/** Imports the trip of a file into the library, and shows it. */
async function takeTrip(archive: Archive, way: ArchiveWay): Promise<void> {
  const { archiveId, whereabouts } = archive
  rest()
  if (refuseChange()) return forget(archive)
  // Text that is not on the disk yet would be missing from the version that undoes a merge.
  const saved = await useTrip.getState().saveAll('file')
  if (!saved.ok) {
    await forget(archive)
    return complain(saved.error)
  }
  const { result: taken } = await work('Importing the trip', 'archives.take', { archiveId, way })
  if (!taken.ok) {
    await forget(archive)
    complain(taken.error)
    return
  }
  const { trip, remarks } = taken.value
  if (useTrip.getState().trip?.id === trip.id) await useTrip.getState().open(trip.id)
  show(trip.id)
  const message = sayTaken(taken.value, way, whereabouts.state === 'in-trash')
  if (remarks.length > 0) tellRemarks(message, remarks)
  else useApp.getState().say(message, undoing(taken.value))
}

function show(tripId: string): void {
  const { place, goToTrip } = useApp.getState()
  if (place.name !== 'trip' || place.tripId !== tripId) goToTrip(tripId)
  void useLibrary.getState().refresh()
}

function tellRemarks(message: string, remarks: readonly string[]): void {
  useTripFile.setState({ stage: { name: 'telling', title: 'The trip is imported', message, remarks } })
  showDialog()
}

function sayTaken({ trip, photos, conflicts }: TakenTrip, way: ArchiveWay, isInTrash: boolean): string {
  if (way === 'merge') return [`The file was merged into “${trip.title}”.`, formatConflicts(conflicts)].join(' ').trim()
  const entries = count(trip.entries.length, 'entry', 'entries')
  const pictures = photos > 0 ? ` and ${count(photos, 'picture', 'pictures')}` : ''
  const trash = isInTrash ? ' The copy that you deleted is still in the trash.' : ''
  return `“${trip.title}” was imported, with ${entries}${pictures}.${trash}`
}

function undoing({ trip, undoVersionId }: TakenTrip): ToastAction | undefined {
  if (undoVersionId === null) return undefined
  const undo = async () => {
    const saved = await useTrip.getState().saveAll('version')
    if (!saved.ok) return complain(saved.error)
    const input = { tripId: trip.id, versionId: undoVersionId, entryId: null }
    const restored = await bridge.call('history.restore', input)
    if (!restored.ok) useApp.getState().complain(restored.error)
    else if (useTrip.getState().trip?.id === trip.id) await useTrip.getState().open(trip.id)
    await useLibrary.getState().refresh()
  }
  return { label: 'Undo', run: () => void undo() }
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
