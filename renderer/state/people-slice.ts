import { t } from '../../electron/shared/messages/translate.ts'
import { noChoices, type PeopleChoices, type PeopleEdit } from '../../electron/shared/people/choices.ts'
import { currentPeopleEdit, editChoices } from '../../electron/shared/people/edit-choices.ts'
import { now } from '../../electron/shared/time.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import type { StoreAccess, TripSession } from './trip-session.ts'
import { type Outcome, outcomeOf } from './undo-stack.ts'

/** What the user says about the people of the open trip. */
export interface PeopleSlice {
  choices: PeopleChoices
  /** The trip whose choices they are; `null` until they have been read. */
  choicesOf: string | null
  /** Reads the choices of the open trip. */
  readChoices: () => Promise<void>
  /** Changes what is said about a person, as one step. @param name the person's name */
  editPeople: (edits: readonly PeopleEdit[], name: string) => Promise<void>
}

type Read = Pick<PeopleSlice, 'choices' | 'choicesOf'>

export function peopleSlice(session: TripSession, { get, set }: StoreAccess<Read>): PeopleSlice {
  const { undo, queue, draftsOf, isOpen, changeable } = session

  /** The number of changes that have not been answered. */
  let unanswered = 0
  /** Whether something was read meanwhile that does not have them. */
  let isOutdated = false

  async function read(tripId: string): Promise<void> {
    const answer = await draftsOf(tripId).inOrder(() => bridge.call('people.read', { tripId }))
    if (!isOpen(tripId)) return
    // What was changed since is on the screen, and not in the answer.
    if (unanswered > 0 && get().choicesOf === tripId) isOutdated = true
    else if (answer.ok) set({ choices: answer.value, choicesOf: tripId })
    else useApp.getState().showFailure(answer.error)
  }

  /** Changes the choices without a step. Resolves to whether they are on the disk. */
  async function apply(tripId: string, edits: readonly PeopleEdit[]): Promise<boolean> {
    set(({ choices }) => ({ choices: editChoices(choices, edits, now()) }))
    const input = { tripId, edits: [...edits] }
    unanswered += 1
    const answer = await draftsOf(tripId).inOrder(() => bridge.call('people.edit', input))
    unanswered -= 1
    if (answer.ok) {
      queue.noteSaved(answer.value.savedAt)
      if (unanswered === 0 && isOutdated) {
        isOutdated = false
        await read(tripId)
      }
      return true
    }
    useApp.getState().showFailure(answer.error)
    // What the screen shows is not what the disk has.
    await read(tripId)
    return false
  }

  return {
    choices: noChoices,
    choicesOf: null,

    async readChoices() {
      const tripId = session.get().trip?.id
      if (tripId === undefined) return
      if (get().choicesOf !== tripId) set({ choices: noChoices, choicesOf: null })
      await read(tripId)
    },

    async editPeople(edits, name) {
      const tripId = changeable()?.id
      if (tripId === undefined) return
      if (get().choicesOf !== tripId) await read(tripId)
      if (get().choicesOf !== tripId) return
      const before = edits.map((edit) => currentPeopleEdit(get().choices, edit))
      const go = (to: readonly PeopleEdit[]) => async (): Promise<Outcome> =>
        isOpen(tripId) ? outcomeOf(await apply(tripId, to)) : 'overtaken'
      undo.push({ label: () => t('undo.step.person', { name }), back: go(before), again: go(edits) })
      await apply(tripId, edits)
    },
  }
}
