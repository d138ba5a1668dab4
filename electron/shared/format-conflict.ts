import type { Conflict } from './history.ts'
import { formatDate } from './messages/format.ts'
import { t } from './messages/translate.ts'

/** What two computers changed at the same time, as part of a sentence: "“Lunch”", "the venue". */
export function formatConflict(conflict: Conflict): string {
  if (conflict.of === 'entry') {
    const title = conflict.title.trim()
    return title === '' ? t('conflict.untitled') : t('conflict.entry', { title })
  }
  const { text, day } = conflict
  return day === undefined ? t(`conflict.words.${text}`) : t('conflict.day-heading', { date: formatDate(day) })
}

/**
 * A sentence about what a merge kept twice; empty if there is nothing of the kind.
 *
 * @example 'Both versions of “Lunch” were kept, side by side.'
 */
export function formatConflicts(conflicts: readonly Conflict[]): string {
  const [first] = conflicts
  if (first === undefined) return ''
  return t('conflict.kept', { name: formatConflict(first), more: conflicts.length - 1 })
}
