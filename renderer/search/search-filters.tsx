import { CircleCheck, Lock, Star } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { entryKinds } from '../../electron/shared/trip.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { EntryFilter } from '../../electron/shared/entries/entry-filter.ts'
import type { FoundName } from '../../electron/shared/search.ts'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import { IconToggle } from '../components/icon-toggle.tsx'
import type { OptionItem } from '../components/option.tsx'
import { Select } from '../components/select.tsx'
import { daysOf } from '../journal/filter-values.ts'
import { formatDay } from '../journal/format-day.ts'
import { useTrip } from '../state/open-trip.ts'
import { type Question, useSearch } from './search-state.ts'
import './search-filters.css'

/** How many people and tags are offered, the most frequent ones. The others are found by their words. */
const MAX_NAMES = 200

/** The item that lets everything through. No name, day or kind is empty. */
const ANY = ''

interface SearchFiltersProps {
  /** The trip on the screen, if any: a search can be limited to it. */
  openTripId: string | null
  onChange: (changes: Partial<Question>) => void
}

/** Limits a search to a trip, and to some of its entries. */
export function SearchFilters({ openTripId, onChange }: SearchFiltersProps) {
  const { tripId, filter } = useSearch()
  const trip = useTrip((state) => (state.trip?.id === tripId ? state.trip : null))
  const names = useAnswer(
    useCallback(
      () => bridge.call('search.names', { query: '', kinds: ['person', 'tag'], tripId, limit: MAX_NAMES * 2 }),
      [tripId],
    ),
  )
  const days = useMemo(() => (trip === null ? [] : daysOf(trip.entries)), [trip])
  const set = (changes: EntryFilter) => onChange({ filter: { ...filter, ...changes } })
  const all = names.value?.names ?? []

  return (
    <div className="search-filters">
      {openTripId !== null && (
        <Choice
          label={t('search.filter.where')}
          any={t('search.filter.all-trips')}
          items={[{ id: openTripId, label: t('search.filter.this-trip') }]}
          value={tripId}
          // A day belongs to a trip.
          onChange={(value) => onChange({ tripId: value, filter: { ...filter, day: null } })}
        />
      )}
      <Choice
        label={t('search.filter.kind')}
        any={t('search.filter.any-kind')}
        items={entryKinds.map((kind) => ({ id: kind, label: t(`entry.kind.${kind}`) }))}
        value={filter.kind ?? null}
        onChange={(value) => set({ kind: entryKinds.find((kind) => kind === value) ?? null })}
      />
      {trip !== null && (
        <Choice
          label={t('journal.filter.day')}
          any={t('journal.filter.any-day')}
          items={days.map(({ name }) => ({ id: name, label: formatDay(name) }))}
          value={filter.day ?? null}
          onChange={(day) => set({ day })}
        />
      )}
      <Choice
        label={t('journal.filter.person')}
        any={t('journal.filter.any-person')}
        items={itemsOf(all, 'person', filter.person)}
        value={filter.person ?? null}
        onChange={(person) => set({ person })}
      />
      <Choice
        label={t('journal.filter.tag')}
        any={t('journal.filter.any-tag')}
        items={itemsOf(all, 'tag', filter.tag)}
        value={filter.tag ?? null}
        onChange={(tag) => set({ tag })}
      />
      <IconToggle
        label={t('journal.filter.starred')}
        icon={<Star aria-hidden />}
        isSelected={filter.starred === true}
        isDisabled={false}
        onChange={(isOn) => set({ starred: isOn ? true : null })}
      />
      <IconToggle
        label={t('journal.filter.attended')}
        icon={<CircleCheck aria-hidden />}
        isSelected={filter.attended === true}
        isDisabled={false}
        onChange={(isOn) => set({ attended: isOn ? true : null })}
      />
      <IconToggle
        label={t('journal.filter.private')}
        icon={<Lock aria-hidden />}
        isSelected={filter.private === true}
        isDisabled={false}
        onChange={(isOn) => set({ private: isOn ? true : null })}
      />
    </div>
  )
}

/** The names of a kind. The chosen one is always among them. */
function itemsOf(all: readonly FoundName[], kind: FoundName['kind'], chosen?: string | null): OptionItem<string>[] {
  const found = all.filter((name) => name.kind === kind).slice(0, MAX_NAMES)
  const names = found.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b))
  const withChosen = chosen && !names.includes(chosen) ? [chosen, ...names] : names
  return withChosen.map((name) => ({ id: name, label: name, isVerbatim: true }))
}

interface ChoiceProps {
  label: string
  /** The name of the item that lets everything through. */
  any: string
  items: readonly OptionItem<string>[]
  value: string | null
  onChange: (value: string | null) => void
}

function Choice({ label, any, items, value, onChange }: ChoiceProps) {
  return (
    <Select
      className={`search-filter ${value === null ? '' : 'search-filter-set'}`}
      isBare
      isSmall
      hideLabel
      isDisabled={items.length === 0}
      label={label}
      items={[{ id: ANY, label: any }, ...items]}
      value={value ?? ANY}
      onChange={(chosen) => onChange(chosen === ANY ? null : chosen)}
    />
  )
}
