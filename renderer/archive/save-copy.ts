import { t } from '../../electron/shared/messages/translate.ts'
import { wasCancelled } from '../../electron/shared/result.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { showFile } from '../state/show-file.ts'
import { useTripFile } from './trip-file-state.ts'
import { isFree, runAlone, runFileJob, showDialog } from './file-job.ts'

/** Saves a trip with its pictures as one file. The shell asks where to put it, or decides. */
export async function saveCopy(trip: { id: string; title: string }): Promise<void> {
  if (isFree()) await runAlone(() => save(trip))
}

async function save({ id: tripId, title }: { id: string; title: string }): Promise<void> {
  const { showFailure, notify } = useApp.getState()
  const saved = await useTrip.getState().saveAll('copy')
  if (!saved.ok) return showFailure(saved.error)
  const { job, result: packed } = await runFileJob(t('archive.saving-copy'), 'archives.pack', { tripId })
  if (!packed.ok) {
    if (!wasCancelled(packed.error)) showFailure(packed.error)
    return
  }
  if (packed.value === null) return
  const { path, remarks } = packed.value
  const message = t('archive.copied', { title, path })
  if (remarks.length > 0) {
    useTripFile.setState({ stage: { name: 'remarks', title: t('archive.copied-title'), message, remarks } })
    showDialog()
  } else notify(message, showFile(job.id))
}
