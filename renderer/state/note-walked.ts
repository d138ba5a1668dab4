import { entryTitle } from '../../electron/shared/entries/entry-name.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { countWords } from '../../electron/shared/words.ts'
import { useApp } from './app-state.ts'
import type { Walked } from './undo-stack.ts'

/** The texts of a trip that a user writes, by where they are. */
function textsOf(trip: Trip): Map<string, string> {
  const { report } = trip
  const texts = trip.entries.map((entry) => [entry.id, `${entryTitle(entry)}\n${entry.text}`] as const)
  const sections = report.sections.map(({ id, heading, text = '' }) => [id, `${heading}\n${text}`] as const)
  return new Map([
    ...texts,
    ...sections,
    ['lead', report.lead],
    ['closing', `${report.closing.heading}\n${report.closing.text}`],
  ])
}

/** How many words fewer a trip has than before; 0 if it has more. */
export function wordsLost(before: Trip | null, after: Trip | null): number {
  if (before === null || after === null) return 0
  const [old, now] = [textsOf(before), textsOf(after)]
  let lost = 0
  for (const place of new Set([...old.keys(), ...now.keys()])) {
    const [was = '', is = ''] = [old.get(place), now.get(place)]
    // Counting takes a while in long texts, and most have not changed.
    if (was !== is) lost += countWords(was) - countWords(is)
  }
  return Math.max(0, lost)
}

/**
 * Shows what was undone or done again.
 *
 * @param lost the number of words that went with it
 * @param reverse does the opposite; offered if words went
 */
export function noteWalked(way: 'undo' | 'redo', { step, outcome }: Walked, lost: number, reverse: () => void): void {
  const { notify } = useApp.getState()
  if (outcome === 'overtaken') return notify(t('undo.overtaken', { step: step.label() }))
  if (lost === 0) return notify(t('undo.walked', { way, step: step.label() }))
  const back = { label: way === 'undo' ? t('action.redo') : t('action.undo'), run: reverse }
  return notify(t('undo.walked-words', { way, step: step.label(), count: lost }), back)
}
