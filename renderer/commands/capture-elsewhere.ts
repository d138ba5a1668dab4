import { flushSync } from 'react-dom'
import type { CommandId } from '../../electron/shared/commands.ts'
import { withMessages } from '../../electron/shared/messages/translate.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { beginning, type CaptureId, writing } from './capture-ids.ts'
import type { CommandPart } from './command-part.ts'

/** How long the journal may take to appear, in milliseconds. */
const MAX_WAIT = 5_000

/** Calls a function with each frame until it returns true. */
function untilTrue(attempt: () => boolean): Promise<void> {
  const end = performance.now() + MAX_WAIT
  return new Promise((resolve) => {
    const go = () => {
      if (attempt() || performance.now() > end) resolve()
      else requestAnimationFrame(go)
    }
    go()
  })
}

/** Leads to the journal, on the day to which new entries belong. */
async function beginInJournal(run: () => boolean): Promise<void> {
  const { dayOfCapture } = await withMessages(() => import('../state/open-capture-target.ts'))
  const { trip, selectDay } = useTrip.getState()
  if (trip === null) return
  flushSync(() => {
    useApp.getState().goToTrip(trip.id, 'journal')
    selectDay(dayOfCapture(trip))
  })
  await untilTrue(run)
}

async function writeInTarget(run: () => boolean): Promise<void> {
  const { openCaptureTarget } = await withMessages(() => import('../state/open-capture-target.ts'))
  if (await openCaptureTarget()) await untilTrue(run)
}

const when = () => useTrip.getState().trip !== null

/**
 * The capturing commands where their own parts are not on the screen.
 *
 * @param partOf the part of the screen that runs a command; `undefined` as long as there is none
 */
export function captureElsewhere(
  partOf: (id: CommandId) => CommandPart | undefined,
): Readonly<Record<CaptureId, CommandPart>> {
  const run = (id: CaptureId) => () => {
    const part = partOf(id)
    void part?.run()
    return part !== undefined
  }
  return Object.fromEntries([
    ...beginning.map((id) => [id, { when, run: () => beginInJournal(run(id)) }]),
    ...writing.map((id) => [id, { when, run: () => writeInTarget(run(id)) }]),
  ]) as Record<CaptureId, CommandPart>
}
