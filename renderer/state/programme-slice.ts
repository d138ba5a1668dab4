import type { PlanEdit } from '../../electron/shared/contract/programme.ts'
import type { MessageParams } from '../../electron/shared/messages/message-params.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { dayOfSession, fieldsOfSession } from '../../electron/shared/programme/entry-from-session.ts'
import { editPlan } from '../../electron/shared/programme/edit-plan.ts'
import { planValues } from '../../electron/shared/programme/plan-values.ts'
import { findSession } from '../../electron/shared/programme/sessions-of.ts'
import { emptyPlan, type Plan, type Programme } from '../../electron/shared/programme.ts'
import { now } from '../../electron/shared/time.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { clockNow } from './clock.ts'
import type { EntriesSlice } from './entries-slice.ts'
import type { StoreAccess, TripSession } from './trip-session.ts'
import { type Outcome, outcomeOf } from './undo-stack.ts'

/** The programme of the open trip, and what its owner plans. */
export interface ProgrammeSlice {
  /** `null` if none was imported, or if it has not been read yet. */
  programme: Programme | null
  plan: Plan
  /** The trip whose programme it is; `null` until it has been read. */
  programmeOf: string | null
  /** Reads the programme of the open trip. */
  readProgramme: () => Promise<void>
  /** Changes the plan at once on the screen. These edits are one step. */
  editPlan: (edits: readonly PlanEdit[]) => Promise<void>
  /**
   * Opens the entry about a session, with the cursor in its text; if there is none, begins one that carries what the
   * programme knows. It goes if nothing is written in it. Resolves to its id.
   */
  writeAbout: (sessionId: string) => Promise<string | null>
}

type Read = Pick<ProgrammeSlice, 'programme' | 'plan' | 'programmeOf'>

/** No programme has been read yet. */
export const noProgramme: Read = { programme: null, plan: emptyPlan, programmeOf: null }

/** What some edits change, for the name of their step. */
function nameOfEdit([edit]: readonly PlanEdit[]): MessageParams['undo.step.plan']['edit'] {
  const known = ['star', 'attend', 'reminders', 'evening'] as const
  return known.find((name) => name === edit?.edit) ?? 'other'
}

const isSame = (a: readonly PlanEdit[], b: readonly PlanEdit[]) => JSON.stringify(a) === JSON.stringify(b)

export function programmeSlice(
  session: TripSession,
  { get, set }: StoreAccess<Read>,
  { selectEntry, addEntry }: Pick<EntriesSlice, 'selectEntry' | 'addEntry'>,
): ProgrammeSlice {
  const { undo, queue, draftsOf, isOpen, changeable } = session

  async function read(tripId: string): Promise<void> {
    const answer = await draftsOf(tripId).inOrder(() => bridge.call('programme.read', { tripId }))
    if (!isOpen(tripId)) return
    if (answer.ok) set({ ...answer.value, programmeOf: tripId })
    else useApp.getState().showFailure(answer.error)
  }

  /** Changes the plan without a step. Resolves to whether it is on the disk. */
  async function apply(tripId: string, edits: readonly PlanEdit[]): Promise<boolean> {
    set(({ plan }) => ({ plan: editPlan(plan, edits, now()) }))
    const input = { tripId, edits: [...edits] }
    const answer = await draftsOf(tripId).inOrder(() => bridge.call('programme.edit', input))
    if (answer.ok) {
      queue.noteSaved(answer.value.savedAt)
      return true
    }
    useApp.getState().showFailure(answer.error)
    // What the screen shows is not what the disk has.
    await read(tripId)
    return false
  }

  /** The name of what edits are about: a session or a room. */
  function nameOf([edit]: readonly PlanEdit[]): string {
    if (edit === undefined) return ''
    if ('sessionId' in edit) return findSession(get(), edit.sessionId)?.title ?? ''
    if ('session' in edit) return edit.session.title
    if ('room' in edit) return edit.room
    return 'track' in edit ? edit.track : ''
  }

  return {
    ...noProgramme,

    async readProgramme() {
      const tripId = session.get().trip?.id
      if (tripId !== undefined) await read(tripId)
    },

    async editPlan(edits) {
      const tripId = changeable()?.id
      const before = planValues(get().plan, edits)
      if (tripId === undefined || isSame(before, edits)) return
      const name = nameOf(edits)
      const go = (from: readonly PlanEdit[], to: readonly PlanEdit[]) => async (): Promise<Outcome> => {
        if (!isOpen(tripId)) return 'overtaken'
        const current = planValues(get().plan, to)
        if (isSame(current, to)) return 'idle'
        return isSame(current, from) ? outcomeOf(await apply(tripId, to)) : 'overtaken'
      }
      undo.push({
        label: () => t('undo.step.plan', { edit: nameOfEdit(edits), name }),
        back: go(edits, before),
        again: go(before, edits),
      })
      await apply(tripId, edits)
    },

    async writeAbout(sessionId) {
      const { trip } = session.get()
      const about = findSession(get(), sessionId)
      const known = trip?.entries.find((entry) => entry.sessionId === sessionId)
      if (known) {
        selectEntry(known.id, { focus: true })
        return known.id
      }
      if (!trip || !about || !changeable()) return null
      const { kind, ...fields } = fieldsOfSession(about)
      return addEntry(kind, dayOfSession(about, trip, clockNow()), { ...fields, start: about.start })
    },
  }
}
