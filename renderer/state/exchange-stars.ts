import type { PlanEdit } from '../../electron/shared/programme/plan-edit.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import { wasCancelled } from '../../electron/shared/result.ts'
import { runJob } from '../bridge/run-job.ts'
import { useApp } from './app-state.ts'
import { useTrip } from './open-trip.ts'
import { showFile } from './show-file.ts'

/** Names more sessions that were not found than this would be too long to read. */
const NAMED = 3

/** Saves the starred sessions as a calendar file, and says where. */
export async function saveStars(tripId: string): Promise<void> {
  const { notify, showFailure } = useApp.getState()
  // What was starred last may still be on its way.
  await useTrip.getState().flush()
  const job = runJob('programme.saveStars', { tripId }, () => {})
  const saved = await job.outcome
  if (!saved.ok) {
    if (!wasCancelled(saved.error)) showFailure(saved.error)
    return
  }
  const { path, sessions: count } = saved.value
  notify(t('programme.stars-saved', { count, path }), showFile(job.id))
}

/** Asks for a calendar or a list of favourites, and stars what it names and is not starred yet, as one step. */
export async function importStars(tripId: string): Promise<void> {
  const file = await chooseFile('.ics,.json,.xml,.csv,text/calendar')
  if (file !== null) await takeStars(tripId, file)
}

/** Stars what a file names and is not starred yet, as one step, and says how many sessions that are. */
export async function takeStars(tripId: string, file: File): Promise<void> {
  const { notify, showFailure } = useApp.getState()
  const data = new Uint8Array(await file.arrayBuffer())
  const read = await runJob('programme.readStars', { tripId, name: file.name, data }, () => {}).outcome
  if (!read.ok) {
    if (!wasCancelled(read.error)) showFailure(read.error)
    return
  }
  const { trip, plan, editPlan } = useTrip.getState()
  if (trip?.id !== tripId) return
  const { sessionIds, notFound } = read.value
  const edits = sessionIds
    .filter((id) => (plan.marks[id]?.star ?? null) === null)
    .map((sessionId): PlanEdit => ({ edit: 'star', sessionId, star: 'go' }))
  await editPlan(edits)
  const names = listOf(notFound.slice(0, NAMED).map((name) => t('programme.quoted', { name })))
  notify(t('programme.stars-imported', { found: edits.length, missing: notFound.length, names }))
}

/** Asks for a file; `null` if the user cancelled. */
function chooseFile(accept: string): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.item(0) ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
