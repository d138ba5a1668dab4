import { dayOfEntry, type DraftEntry, type ImportDraft } from '../shared/import-draft.ts'
import type { Dates } from '../shared/import-days.ts'
import { unnamedEntry } from '../shared/entries/entry-name.ts'
import { formatDays } from '../shared/messages/format.ts'
import { listOf, render, t } from '../shared/messages/translate.ts'
import { alignColumns } from './columns.ts'

/** What was understood of an import, by day, for people. */
export function describeDraft(draft: ImportDraft, days: Dates | null): string {
  const { title, city } = draft.details
  const source = draft.days?.source ?? 'other'
  const when =
    days === null
      ? t('cli.import.no-days')
      : t('cli.import.days', { days: formatDays(days.firstDay, days.lastDay), source })
  const head = [t('cli.import.trip-line', { title, hasCity: city === '' ? 'other' : 'yes', city }), when]
  const lines = alignColumns(
    draft.entries.map((entry) => [
      days === null ? '' : dayOfEntry(entry, days),
      entry.start ?? '',
      t('cli.import.kind', { kind: entry.kind, session: entry.session === 'talk' ? 'other' : entry.session }),
      titleOf(entry),
      listOf(
        entry.speakers.map(({ name }) => name),
        'unit',
      ),
    ]),
  )
  return [...head, ...lines.map((line) => `  ${line}`)].join('\n')
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
export function jsonOfDraft(draft: ImportDraft, days: Dates | null) {
  const { details, entries } = draft
  return {
    title: details.title,
    city: details.city,
    ...jsonOfDays(draft, days),
    entries: entries.map((entry) => {
      const { kind, title, speakers, session, start, end } = entry
      const day = days === null ? null : dayOfEntry(entry, days)
      const talk = kind === 'talk' ? { speakers: speakers.map(({ name }) => name), session } : {}
      return { kind, title, day, start, end, ...talk }
    }),
  }
}
