import { dayOfEntry, type DraftEntry, type ImportDraft } from '../shared/import-draft.ts'
import type { Dates } from '../shared/import-days.ts'
import { dateOf, isWithin } from '../shared/journal-days.ts'
import { unnamedEntry } from '../shared/entries/entry-name.ts'
import { formatDays } from '../shared/messages/format.ts'
import { listOf, render, t } from '../shared/messages/translate.ts'
import { alignColumns } from './columns.ts'

/**
 * What was understood of an import, by day, for people.
 *
 * @param range the days whose entries of a journal are imported; `null` if all are
 */
export function describeDraft(draft: ImportDraft, days: Dates | null, range: Dates | null = null): string {
  const { title, city } = draft.details
  const source = draft.days?.source ?? 'other'
  const when =
    days === null
      ? t('cli.import.no-days')
      : t('cli.import.days', { days: formatDays(days.firstDay, days.lastDay), source })
  const head = [t('cli.import.trip-line', { title, hasCity: city === '' ? 'other' : 'yes', city }), when]
  const lines = alignColumns(
    entriesIn(draft, range).map((entry) => [
      dayIn(draft, entry, days) ?? '',
      entry.start ?? '',
      t('cli.import.kind', { kind: entry.kind, session: entry.session === 'talk' ? 'other' : entry.session }),
      titleOf(entry),
      listOf(
        entry.speakers.map(({ name }) => name),
        'unit',
      ),
    ]),
  )
  const outside = draft.entries.length - lines.length
  const others = outside === 0 ? [] : [outsideOf(draft, outside)]
  return [...head, ...lines.map((line) => `  ${line}`), ...others].join('\n')
}

function entriesIn({ entries, isJournal }: ImportDraft, range: Dates | null): readonly DraftEntry[] {
  return isJournal ? entries.filter((entry) => range !== null && isWithin(entry, range)) : entries
}

function dayIn({ isJournal }: ImportDraft, entry: DraftEntry, days: Dates | null): string | null {
  if (isJournal) return dateOf(entry)
  return days === null ? null : dayOfEntry(entry, days)
}

/** How many entries of a journal are not imported, and from when they are. */
function outsideOf({ entries }: ImportDraft, count: number): string {
  const dates = entries.flatMap((entry) => dateOf(entry) ?? []).toSorted()
  return t('cli.import.outside', { count, days: formatDays(dates[0] ?? '', dates.at(-1) ?? '') })
}

function titleOf({ title, beginning, kind }: DraftEntry): string {
  return title || beginning || render(unnamedEntry(kind))
}

/** The sentences about what will not be imported unchanged. */
export function remarksOf({ remarks, missing }: ImportDraft): string[] {
  const [first = ''] = missing
  const pictures = missing.length === 0 ? [] : [t('cli.import.missing', { count: missing.length, first })]
  return [...pictures, ...remarks.map(render)]
}

/** The days and the missing pictures, for programs. */
export function jsonOfDays({ days: found, missing }: ImportDraft, days: Dates | null) {
  const { firstDay = null, lastDay = null } = days ?? {}
  return { firstDay, lastDay, daysFrom: found?.source ?? null, missing }
}

/** What was understood, for programs. */
export function jsonOfDraft(draft: ImportDraft, days: Dates | null, range: Dates | null = null) {
  const { details } = draft
  const entries = entriesIn(draft, range)
  return {
    title: details.title,
    city: details.city,
    ...jsonOfDays(draft, days),
    ...(draft.isJournal && { outside: draft.entries.length - entries.length }),
    entries: entries.map((entry) => {
      const { kind, title, speakers, session, start, end } = entry
      const day = dayIn(draft, entry, days)
      const talk = kind === 'talk' ? { speakers: speakers.map(({ name }) => name), session } : {}
      return { kind, title, day, start, end, ...talk }
    }),
  }
}
