import type { ImportResult } from '../../electron/shared/contract/imports.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { changeReport, inReport } from '../../electron/shared/report/in-report.ts'
import { ok, type Result } from '../../electron/shared/result.ts'
import type { Section, Trip } from '../../electron/shared/trip.ts'
import { useApp } from './app-state.ts'
import { createSeveralSteps } from './several-steps.ts'
import type { TripSession } from './trip-session.ts'
import type { Step } from './undo-stack.ts'

/** The sections of the trip's first report, to which imports add theirs. */
const sectionsOf = (trip: Trip): readonly Section[] => inReport(trip, trip.id)?.report.sections ?? []

/** Does what {@link ImportSlice.importInto} says. */
export function importInto(
  session: TripSession,
  tripId: string,
  run: () => Promise<Result<ImportResult>>,
): Promise<Result<null>> {
  const { get, set, undo, walk, draftsOf, isOpen, queue, receive } = session
  const steps = createSeveralSteps(session)

  function setSections(change: (sections: readonly Section[]) => Section[]): void {
    const { trip } = get()
    if (!trip) return
    const sections = change(sectionsOf(trip))
    set({ trip: changeReport(trip, trip.id, { sections }) })
    draftsOf(trip.id).report(trip.id).edit({ sections })
  }

  /**
   * The step of an import. It removes what the import added, and nothing that was written since, here or elsewhere. What
   * the report says about the entries stays with them, and so do the pictures.
   */
  function stepOf({ entryIds, sectionIds }: ImportResult): Step {
    const imported = new Set([...entryIds, ...sectionIds])
    const removals = entryIds.map((entryId) => steps.removal(entryId, imported))
    /** Whether nothing else was put into a section. */
    const isOver = (section: Section) => [section.id, ...section.entryIds].every((id) => imported.has(id))
    let removed: Section[] = []
    return {
      label: () => t('undo.step.import', { count: entryIds.length }),
      async back() {
        const outcome = await steps.go(tripId, removals, 'again')
        if (outcome !== 'done') return outcome
        const { trip } = get()
        removed = trip ? sectionsOf(trip).filter(isOver) : []
        if (removed.length > 0) setSections((sections) => sections.filter((section) => !isOver(section)))
        return outcome
      },
      async again() {
        const outcome = await steps.go(tripId, removals, 'back')
        if (outcome === 'done' && removed.length > 0) setSections((sections) => [...sections, ...removed])
        return outcome
      },
    }
  }

  return undo.during(async () => {
    const answer = await draftsOf(tripId).inOrder(run)
    if (!answer.ok) return answer
    const { trip, savedAt, entryIds, photos } = answer.value
    receive(trip)
    queue.noteSaved(savedAt)
    if (!isOpen(tripId)) return ok(null)
    const step = stepOf(answer.value)
    undo.push(step)
    const added = { title: trip.title, entries: entryIds.length, pictures: photos }
    useApp.getState().notify(t('import.added', added), {
      label: t('action.undo'),
      run: () => void walk('undo', step),
    })
    return ok(null)
  })
}
