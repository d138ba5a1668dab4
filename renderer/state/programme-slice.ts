import type { EntryLink, ProgrammeDetails, ProgrammeState } from '../../electron/shared/contract/programme.ts'
import type { PlanEdit } from '../../electron/shared/programme/plan-edit.ts'
import type { MessageParams } from '../../electron/shared/messages/message-params.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { dayOfSession, fieldsOfSession } from '../../electron/shared/programme/entry-from-session.ts'
import { editPlan } from '../../electron/shared/programme/edit-plan.ts'
import { planValues } from '../../electron/shared/programme/plan-values.ts'
import { findSession } from '../../electron/shared/programme/sessions-of.ts'
import { emptyPlan, type Plan, type Programme } from '../../electron/shared/programme.ts'
import { assertNever, type Failure, ok, type Result } from '../../electron/shared/result.ts'
import { now } from '../../electron/shared/time.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { clockNow } from './clock.ts'
import type { EntriesSlice } from './entries-slice.ts'
import type { StoreAccess, TripSession } from './trip-session.ts'
import { type Outcome, outcomeOf, type Step } from './undo-stack.ts'

/** The programme of the open trip, and what its owner plans. */
export interface ProgrammeSlice {
  /** `null` if none was imported, or if it has not been read yet. */
  programme: Programme | null
  plan: Plan
  /** The trip whose programme it is; `null` until it has been read. */
  programmeOf: string | null
  /** Why it could not be read. */
  programmeProblem: Failure | null
  /** The session that the Programme shows. */
  sessionId: string | null
  selectSession: (sessionId: string | null) => void
  /** Reads the programme of the open trip. */
  readProgramme: () => Promise<void>
  /** Changes the plan at once on the screen. These edits are one step. */
  editPlan: (edits: readonly PlanEdit[]) => Promise<void>
  /**
   * Imports a programme that was understood into the open trip, as one step that can be undone, and shows a notice.
   * Failures are returned and not shown.
   */
  importProgramme: (draftId: string, details: NewTripDetails) => Promise<Result<null>>
  /**
   * Opens the entry about a session, with the cursor in its text; if there is none, begins one that carries what the
   * programme knows. It goes if nothing is written in it. Resolves to its id.
   */
  writeAbout: (sessionId: string) => Promise<string | null>
}

/** The details of a programme, together with a zone for times that have none. */
export type NewTripDetails = ProgrammeDetails & { timeZone: string }

type Read = Pick<ProgrammeSlice, 'programme' | 'plan' | 'programmeOf' | 'programmeProblem' | 'sessionId'>

/** No programme has been read yet. */
export const noProgramme: Read = {
  programme: null,
  plan: emptyPlan,
  programmeOf: null,
  programmeProblem: null,
  sessionId: null,
}

/** What some edits change, for the name of their step. */
function nameOfEdit([edit]: readonly PlanEdit[]): MessageParams['undo.step.plan']['edit'] {
  switch (edit?.edit) {
    case 'star':
    case 'attend':
    case 'reminders':
    case 'evening':
    case 'own':
      return edit.edit
    case 'remove-own':
      return 'removal'
    case 'place-room':
      return 'place'
    case 'hide-room':
    case 'hide-track':
      return edit.isHidden ? 'hide' : 'unhide'
    case undefined:
      return 'other'
    default:
      return assertNever(edit)
  }
}

/** The session that edits are about. */
function sessionOf([edit]: readonly PlanEdit[]): string | null {
  if (edit === undefined) return null
  if ('session' in edit) return edit.session.id
  return 'sessionId' in edit ? edit.sessionId : null
}

const isSame = (a: readonly PlanEdit[], b: readonly PlanEdit[]) => JSON.stringify(a) === JSON.stringify(b)

export function programmeSlice(
  session: TripSession,
  { get, set }: StoreAccess<Read>,
  { selectEntry, addEntry }: Pick<EntriesSlice, 'selectEntry' | 'addEntry'>,
): ProgrammeSlice {
  const { undo, queue, draftsOf, isOpen, changeable, receive, walk } = session
  /** The number of changes to the plan that have not been answered. */
  let unanswered = 0

  /** Shows what the disk has. The programme stays the same object if it is equal: very much is computed from it. */
  function show(tripId: string, { programme, plan }: ProgrammeState): void {
    const before = get()
    const isKept = before.programmeOf === tripId && JSON.stringify(before.programme) === JSON.stringify(programme)
    set({ programme: isKept ? before.programme : programme, plan, programmeOf: tripId, programmeProblem: null })
  }

  async function read(tripId: string): Promise<void> {
    const answer = await draftsOf(tripId).inOrder(() => bridge.call('programme.read', { tripId }))
    // What is being changed is ahead of what was read.
    if (!isOpen(tripId) || unanswered > 0) return
    if (answer.ok) show(tripId, answer.value)
    else set({ programmeProblem: answer.error })
  }

  /** Leads to the session that a step was about, or else to the programme. */
  function goToProgramme(tripId: string, sessionId: string | null): void {
    const { place, goToTrip } = useApp.getState()
    if (place.name !== 'trip' || place.tab !== 'programme') goToTrip(tripId, 'programme')
    if (sessionId !== null) set({ sessionId })
  }

  /** Changes the plan without a step. Resolves to whether it is on the disk. */
  async function apply(tripId: string, edits: readonly PlanEdit[]): Promise<boolean> {
    set(({ plan }) => ({ plan: editPlan(plan, edits, now()) }))
    const input = { tripId, edits: [...edits] }
    unanswered++
    const answer = await draftsOf(tripId).inOrder(() => bridge.call('programme.edit', input))
    unanswered--
    if (answer.ok) {
      queue.noteSaved(answer.value.savedAt)
      return true
    }
    useApp.getState().showFailure(answer.error)
    // What the screen shows is not what the disk has.
    await read(tripId)
    return false
  }

  /** Replaces the programme as a whole. Resolves to whether it is on the disk. */
  async function replace(
    tripId: string,
    programme: Programme | null,
    links: { link: EntryLink[] } | { unlink: EntryLink[] },
  ): Promise<boolean> {
    const input = { tripId, programme, ...links }
    const answer = await draftsOf(tripId).inOrder(() => bridge.call('programme.replace', input))
    if (!answer.ok) {
      useApp.getState().showFailure(answer.error)
      return false
    }
    queue.noteSaved(answer.value.savedAt)
    receive(answer.value.trip)
    if (isOpen(tripId)) show(tripId, answer.value.state)
    return true
  }

  /** The step of an import. */
  function importStep(tripId: string, before: Programme | null, after: Programme | null, linked: EntryLink[]): Step {
    const go =
      (...to: [Programme | null, Parameters<typeof replace>[2]]) =>
      async (): Promise<Outcome> => {
        if (!isOpen(tripId)) return 'overtaken'
        return outcomeOf(changeable() !== null && (await replace(tripId, ...to)))
      }
    return {
      label: () => t('undo.step.import-programme'),
      back: go(before, { unlink: linked }),
      again: go(after, { link: linked }),
      show: () => goToProgramme(tripId, null),
    }
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

    selectSession: (sessionId) => set({ sessionId }),

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
        show: () => goToProgramme(tripId, sessionOf(edits)),
      })
      await apply(tripId, edits)
    },

    importProgramme: (draftId, details) =>
      undo.during(async () => {
        const tripId = changeable()?.id
        if (tripId === undefined) return ok(null)
        const { programme: before } = get()
        const input = { draftId, tripId, details }
        const answer = await draftsOf(tripId).inOrder(() => bridge.call('programme.apply', input))
        if (!answer.ok) return answer
        const { trip, state, savedAt, linked } = answer.value
        receive(trip)
        queue.noteSaved(savedAt)
        if (!isOpen(tripId)) return ok(null)
        show(tripId, state)
        const step = importStep(tripId, before, state.programme, linked)
        undo.push(step)
        const count = state.programme?.sessions.filter(({ isDropped }) => !isDropped).length ?? 0
        useApp.getState().notify(t('programme.imported', { count, linked: linked.length }), {
          label: t('action.undo'),
          run: () => void walk('undo', step),
        })
        return ok(null)
      }),

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
