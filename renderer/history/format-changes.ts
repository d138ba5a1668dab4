import type { EntryChange } from '../../electron/shared/history.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'

type What = EntryChange['what']
type ChangeOfReport = Extract<EntryChange, { of: 'other-report' }>
type ChangeOfEntry = Extract<EntryChange, { of: 'entry' }>

/** What was written matters more than what was moved, so it comes first. */
const order: readonly What[] = ['added', 'changed', 'deleted', 'moved']

/** Maximum number of names that are listed for one kind of change. */
const MAX_NAMES = 3

const isOfEntry = (change: EntryChange): change is ChangeOfEntry => change.of === 'entry'

/** The name of what was changed: an entry's title, or "Trip details". */
export function nameOfChange(change: EntryChange): string {
  if (change.of === 'entry') return change.title.trim() || t('history.untitled')
  return change.of === 'other-report' ? nameOfReport(change) : t(`history.part.${change.of}`)
}

/** “Memo” of a trip, in the form in which it stands in lists of changes. */
function nameOfReport({ name }: ChangeOfReport): string {
  return t('history.other-report', { name })
}

/** "A", "A and B", "A, B and C", "A, B, C and 4 more". */
function formatNames(names: readonly string[]): string {
  if (names.length <= MAX_NAMES) return listOf(names)
  return listOf([...names.slice(0, MAX_NAMES), t('count.more', { count: names.length - MAX_NAMES })])
}

/**
 * What was done between two versions, with one sentence for each kind of change.
 *
 * @param more the number of changes beyond those that are listed
 * @example ['2 entries changed: Opening and Lunch', 'Report changed']
 */
export function formatChanges(changes: readonly EntryChange[], more = 0): string[] {
  const entries = changes.filter(isOfEntry)
  const ofEntries = order.flatMap((what) => {
    const names = entries.filter((change) => change.what === what).map(nameOfChange)
    if (names.length === 0) return []
    return t(`history.entries.${what}`, { count: names.length, names: formatNames(names) })
  })
  const ofParts = changes.flatMap((change) => {
    if (change.of === 'entry') return []
    if (change.of !== 'other-report') return t(`history.part-changed.${change.of}`)
    return t(`history.other-report.${change.what}`, { name: nameOfReport(change) })
  })
  const rest = more === 0 ? [] : [t('history.more-changes', { count: more })]
  return [...ofEntries, ...ofParts, ...rest]
}
