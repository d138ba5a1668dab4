import { t } from '../../electron/shared/messages/translate.ts'
import { useApp } from '../state/app-state.ts'
import { refuseChange } from '../state/read-only.ts'
import { useTripStatus } from '../state/trip-status.ts'
import { isTripFile } from './is-trip-file.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Whether a file looks like a programme by its name. The engine finds out what it really contains. */
const isProgramme = ({ name }: File): boolean => /\.(json|xml|ics|ical|ifb|xcs|csv|tsv)$/i.test(name)

/** Imports a trip file or a programme that is dropped anywhere in the window. */
function onDropBefore(event: DragEvent): void {
  const files = [...(event.dataTransfer?.files ?? [])]
  const [only] = files
  if (only !== undefined && files.length === 1 && isProgramme(only)) return onProgramme(event, only)
  if (!files.some(isTripFile)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const { dialog, closeDialog, notify } = useApp.getState()
  if (!files.every(isTripFile)) {
    notify(t('archive.drop-alone'))
    return
  }
  // A trip file closes the import dialog; any other dialog has to be answered first.
  if (dialog === 'import') closeDialog()
  void openFiles(files)
}

function onProgramme(event: DragEvent, file: File): void {
  const { dialog, place } = useApp.getState()
  // A dialog that accepts files handles it, and other dialogs have to be answered first.
  if (dialog !== null) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (!refuseChange(place.name === 'trip' ? useTripStatus.getState().refusal : null)) void importProgramme(file)
}

/** Loads the code for programmes when one is dropped, which is rare. */
async function importProgramme(file: File): Promise<void> {
  const { importDroppedProgramme } = await import('../state/programme-import.ts')
  importDroppedProgramme(file)
}

/** Loads the code for trip files when one is dropped, which is rare. */
async function openFiles(files: readonly File[]): Promise<void> {
  const opening = await import('./open-trip-file.ts')
  opening.openTripFiles(files)
}

/** Loads the code for reports when one is dropped, which is rare. */
async function importItems(items: readonly DataTransferItem[]): Promise<void> {
  const { importDropped } = await import('../state/dropped-reports.ts')
  await importDropped(items)
}

function onDragOver(event: DragEvent): void {
  if (hasFiles(event)) event.preventDefault()
}

/** Handles drops that nothing else has handled: in the library, files are reports to import. By default, the browser would navigate to the file. */
function onDropAfter(event: DragEvent): void {
  if (!hasFiles(event) || event.defaultPrevented || useApp.getState().place.name !== 'library') return
  event.preventDefault()
  if (useApp.getState().dialog !== null || refuseChange()) return
  const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file')
  void importItems(items)
}

/** Imports trip files that are dropped onto the window, until the returned function is called. */
export function listenToDrops(): () => void {
  window.addEventListener('drop', onDropBefore, { capture: true })
  window.addEventListener('drop', onDropAfter)
  window.addEventListener('dragover', onDragOver)
  return () => {
    window.removeEventListener('drop', onDropBefore, { capture: true })
    window.removeEventListener('drop', onDropAfter)
    window.removeEventListener('dragover', onDragOver)
  }
}
