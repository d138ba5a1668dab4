import { t } from '../../electron/shared/messages/translate.ts'
import type { Trip, TripDetails } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { changesNothing, fieldStep, pickFields } from './field-step.ts'
import { replacementStep } from './go-to-version.ts'
import { type Outcome, outcomeOf, type Step } from './undo-stack.ts'

/** What the steps need from the library. */
export interface LibraryActions {
  /** Moves a trip to the trash; resolves to its place there, or to `null` if that was refused. */
  remove: (tripId: string) => Promise<string | null>
  /** Restores a trip from the trash; resolves to whether that was done. */
  restore: (trashId: string) => Promise<boolean>
  /** Reads the library again. */
  refresh: () => Promise<void>
  /** Leads the focus to a trip. */
  show: (tripId: string) => void
}

type TripName = Pick<Trip, 'id' | 'title'>

/** The steps that take back changes in the library. */
export interface LibrarySteps {
  /** A trip has appeared: it was created, imported or restored. */
  appeared: (trip: TripName, how: 'add' | 'restore') => Step
  /** A trip is in the trash. */
  deleted: (trip: TripName, trashId: string) => Step
  /** A trip was replaced as a whole, by its state in the backup. */
  replaced: (trip: TripName, undoVersionId: string) => Step
  /** The details of a trip that is not open have been changed; `null` if they are the same. */
  edited: (trip: Trip, details: TripDetails) => Step | null
}

export function librarySteps({ remove, restore, refresh, show }: LibraryActions): LibrarySteps {
  /** A step between being in the library and being in the trash. */
  function between(id: string, start: string | null, label: () => string, back: 'remove' | 'restore'): Step {
    let trashId = start
    const out = async (): Promise<Outcome> => {
      trashId = await remove(id)
      return outcomeOf(trashId !== null)
    }
    const into = async (): Promise<Outcome> => {
      const isBack = trashId !== null && (await restore(trashId))
      if (isBack) show(id)
      return outcomeOf(isBack)
    }
    return back === 'remove' ? { label, back: out, again: into } : { label, back: into, again: out }
  }

  return {
    appeared: ({ id, title }, how) => between(id, null, () => t(`undo.step.${how}-trip`, { title }), 'remove'),
    deleted: ({ id, title }, trashId) => between(id, trashId, () => t('undo.step.delete-trip', { title }), 'restore'),
    replaced({ id, title }, undoVersionId) {
      const what = t('undo.step.restore-from-backup', { title })
      const step = replacementStep(what, undoVersionId, async (versionId) => {
        const answer = await bridge.call('history.restore', { tripId: id, versionId, entryId: null })
        if (!answer.ok) useApp.getState().showFailure(answer.error)
        await refresh()
        return answer.ok ? answer.value.undoVersionId : null
      })
      return { ...step, show: () => show(id) }
    },
    edited(trip, details) {
      if (changesNothing<TripDetails>(trip, details)) return null
      return fieldStep<TripDetails>({
        before: pickFields<TripDetails>(trip, details),
        after: details,
        label: () => t('undo.step.details-of-trip', { title: trip.title }),
        async now() {
          const answer = await bridge.call('trips.open', { tripId: trip.id })
          return answer.ok ? pickFields<TripDetails>(answer.value, details) : null
        },
        async apply(changes) {
          const answer = await bridge.call('trips.save', { tripId: trip.id, changes })
          if (!answer.ok) useApp.getState().showFailure(answer.error)
          await refresh()
        },
        show: () => show(trip.id),
      })
    },
  }
}
