import { BookOpen, CalendarDays, FileText, Hash, NotebookPen, Presentation, UserRound } from 'lucide-react'
import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { formatDays } from '../../electron/shared/messages/format.ts'
import { listOf, render, t } from '../../electron/shared/messages/translate.ts'
import { personKey } from '../../electron/shared/people/choices.ts'
import type { Session } from '../../electron/shared/programme.ts'
import { reportsOf } from '../../electron/shared/report/in-report.ts'
import { reportName } from '../../electron/shared/report/report-name.ts'
import { dayAt } from '../../electron/shared/time.ts'
import { clockNow } from '../state/clock.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { toRow } from '../journal/entry-row.ts'
import { type FilterValue, peopleOf, tagsOf } from '../journal/filter-values.ts'
import { formatDay } from '../journal/format-day.ts'
import { drawnDays, railDays } from '../journal/rail-days.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { openPerson } from '../state/open-person.ts'
import { goToDay, goToEntries, goToEntry } from '../state/go-to-entry.ts'
import type { PaletteItem } from './item.ts'

const withoutBlank = (parts: readonly string[]) =>
  listOf(
    parts.filter((part) => part !== ''),
    'unit',
  )

/** The trips of the library, except the one that is on the screen. */
export function tripItems(trips: readonly TripSummary[], shownId: string | null): PaletteItem[] {
  return trips
    .filter(({ id }) => id !== shownId)
    .map(({ id, title, city, venue, firstDay, lastDay, updatedAt }) => ({
      id: `trip ${id}`,
      label: title,
      detail: withoutBlank([city || venue, formatDays(firstDay, lastDay)]),
      icon: BookOpen,
      changedAt: updatedAt,
      run: () => useApp.getState().goToTrip(id),
    }))
}

/** The days of a trip. */
export function dayItems(trip: Trip): PaletteItem[] {
  const today = dayAt(clockNow(), trip.timeZone)
  const days = railDays(
    trip,
    trip.entries.map(({ day }) => day),
    [],
    today,
  )
  return drawnDays(days, null).map(({ day, entries, isToday }) => ({
    id: `day ${day}`,
    label: formatDay(day),
    detail: withoutBlank([isToday ? t('journal.today') : '', t('count.entries', { count: entries })]),
    icon: CalendarDays,
    changedAt: '',
    run: () => goToDay(day),
  }))
}

/** The reports of a trip that has several. */
export function reportItems(trip: Trip): PaletteItem[] {
  const reports = reportsOf(trip)
  if (reports.length === 1) return []
  return reports.map((report) => ({
    id: `report ${report.id}`,
    label: render(reportName(report)),
    detail: t('search.report'),
    icon: FileText,
    changedAt: '',
    run() {
      useApp.getState().goToTrip(trip.id, 'report')
      useTrip.getState().viewReport(report.id)
    },
  }))
}

const person = (name: string, detail: string): PaletteItem => ({
  id: `person ${name}`,
  label: name,
  detail: listOf([t('palette.person'), detail], 'unit'),
  icon: UserRound,
  changedAt: '',
  run: () => openPerson(name),
})

/** The people of a trip and its programme, each of whom leads to what is known about them. */
export function personItems({ entries }: Trip, sessions: readonly Session[]): PaletteItem[] {
  const named = peopleOf(entries)
  const known = new Set(named.map(({ name }) => personKey(name)))
  const speakers = new Map<string, { name: string; count: number }>()
  for (const { speakers: people } of sessions) {
    for (const { name } of people) {
      const key = personKey(name)
      if (!known.has(key)) speakers.set(key, { name, count: (speakers.get(key)?.count ?? 0) + 1 })
    }
  }
  return [
    ...named.map(({ name, entries: count }) => person(name, t('count.entries', { count }))),
    ...Array.from(speakers.values(), ({ name, count }) => person(name, t('people.sessions', { count }))),
  ]
}

/** The tags of a trip, each of which leads to the entries with it. */
export function tagItems({ id: tripId, entries }: Trip): PaletteItem[] {
  const tag = ({ name, entries: count }: FilterValue) => ({
    id: `tag ${name}`,
    label: name,
    detail: listOf([t('palette.tag'), t('count.entries', { count })], 'unit'),
    icon: Hash,
    changedAt: '',
    run: () => goToEntries(tripId, { tag: name }),
  })
  return tagsOf(entries).map(tag)
}

/** Of a trip with very many entries, the number that the palette knows. Ctrl Shift F finds the others. */
const MAX_ENTRIES = 3_000

/** The icon of each kind of entry. */
export const kindIcons = { talk: Presentation, note: NotebookPen, encounter: UserRound } as const

const items = new WeakMap<Entry, { timeZone: string; item: PaletteItem }>()

/** The entries of a trip, the newest change first. */
export function entryItems({ id: tripId, entries, timeZone }: Trip): PaletteItem[] {
  return entries
    .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
    .slice(0, MAX_ENTRIES)
    .map((entry) => {
      const known = items.get(entry)
      if (known?.timeZone === timeZone) return known.item
      const { title, detail } = toRow(entry, timeZone)
      const item: PaletteItem = {
        id: `entry ${entry.id}`,
        label: title,
        detail: withoutBlank([detail, formatDay(entry.day)]),
        icon: kindIcons[entry.kind],
        changedAt: entry.updatedAt,
        run: () => goToEntry(tripId, entry.id),
      }
      items.set(entry, { timeZone, item })
      return item
    })
}
