import { bridge } from '../bridge/bridge.ts'
import { wasCancelled } from '../bridge/run-job.ts'
import { type ToastAction, useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripFile } from './trip-file-state.ts'
import { alone, isFree, showDialog, work } from './work.ts'

/** Saves a trip with its pictures as one file. Where it goes, the shell asks or decides. */
export async function saveCopy(trip: { id: string; title: string }): Promise<void> {
  if (isFree()) await alone(() => save(trip))
}

async function save({ id: tripId, title }: { id: string; title: string }): Promise<void> {
  const { complain, say } = useApp.getState()
  const saved = await useTrip.getState().saveAll('copy')
  if (!saved.ok) return complain(saved.error)
  const { job, result: packed } = await work('Saving a copy', 'archives.pack', { tripId })
  if (!packed.ok) {
    if (!wasCancelled(packed.error)) complain(packed.error)
    return
  }
  if (packed.value === null) return
  const { path, remarks } = packed.value
  const message = `A copy of “${title}” is at ${path}.`
  if (remarks.length > 0) {
    useTripFile.setState({ stage: { name: 'telling', title: 'The copy is saved', message, remarks } })
    showDialog()
  } else say(message, showing(job.id))
}

function showing(jobId: string): ToastAction | undefined {
  if (useApp.getState().start.shell !== 'desktop') return undefined
  return { label: 'Show in folder', run: () => void bridge.call('jobs.show', { jobId }) }
}
