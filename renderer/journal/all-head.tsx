import { CircleCheck, ListFilter, Lock, Star, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { type EntryFilter, isOpenFilter } from '../../electron/shared/entries/entry-filter.ts'
import { foldName } from '../../electron/shared/fold-text.ts'
import { formatNumber } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { attendedSessions } from '../../electron/shared/programme/was-there.ts'
import { type Entry, entryKinds } from '../../electron/shared/trip.ts'
import { IconButton } from '../components/icon-button.tsx'
import { IconToggle } from '../components/icon-toggle.tsx'
import { Select } from '../components/select.tsx'
import { useTrip } from '../state/open-trip.ts'
import { formatDay } from './format-day.ts'
import { countKinds, daysOf, type FilterValue, peopleOf, tagsOf } from './filter-values.ts'
import '../components/bar.css'
import './all-head.css'
import './entry-list.css'

const noEntries: readonly Entry[] = []

/** How many people or tags a list of choices has; Ctrl K finds the others. */
const MAX_CHOICES = 300
/** The choice that takes a filter away. No name begins with a space. */
const ANY = ' any'

type Named = 'day' | 'person' | 'tag'

interface ValueFilterProps {
  field: Named
  value: string | null
  values: readonly FilterValue[]
  onChange: (value: string | null) => void
}

function ValueFilter({ field, value, values, onChange }: ValueFilterProps) {
  const isSame = (name: string) => (field === 'day' ? name === value : foldName(name) === foldName(value ?? ''))
  const chosen = value === null ? undefined : (values.find(({ name }) => isSame(name)) ?? { name: value, entries: 0 })
  const shown = values.slice(0, MAX_CHOICES)
  const items = chosen === undefined || shown.includes(chosen) ? shown : [chosen, ...shown]
  return (
    <Select
      isBare
      isSmall
      hideLabel
      isDisabled={false}
      className={`all-select ${chosen ? 'all-select-on' : ''}`}
      label={t(`journal.filter.${field}`)}
      items={[
        { id: ANY, label: t(`journal.filter.any-${field}`) },
        ...items.map(({ name, entries }) => ({
          id: name,
          label: field === 'day' ? formatDay(name) : name,
          detail: formatNumber(entries),
        })),
      ]}
      value={chosen?.name ?? ANY}
      onChange={(id) => onChange(id === ANY ? null : id)}
    />
  )
}

export interface AllHeadProps {
  filter: EntryFilter
  /** The number of entries in the list. */
  shown: number
  /** The number of those that are selected, if they are several. */
  selected: number
}

/** The head of the list of all entries: how many there are of each kind, and which of them it shows. */
export function AllHead({ filter, shown, selected }: AllHeadProps) {
  const entries = useTrip(({ trip }) => trip?.entries ?? noEntries)
  const showAll = useTrip((state) => state.showAll)
  const isNarrowed = [filter.day, filter.person, filter.tag].some((value) => value !== null && value !== undefined)
  const [isWanted, setWanted] = useState(false)
  const isOpen = isWanted || isNarrowed
  const plan = useTrip((state) => state.plan)
  const kinds = useMemo(() => countKinds(entries, filter, plan), [entries, filter, plan])
  const values = useMemo(
    () => (isOpen ? { day: daysOf(entries), person: peopleOf(entries), tag: tagsOf(entries) } : null),
    [entries, isOpen],
  )
  // A trip without attendance has nothing to choose from.
  const canBeAttended = filter.attended === true || attendedSessions(plan).length > 0
  const set = (change: EntryFilter) => showAll({ ...filter, ...change })

  return (
    <header className="all-head">
      <div className="all-line">
        <h2 className="entry-list-day">{t('journal.all')}</h2>
        <output className="all-count">
          {selected > 1 ? t('journal.selected', { count: selected }) : t('count.entries', { count: shown })}
        </output>
        <span className="bar-space" />
        <IconToggle
          label={t('journal.filter.more')}
          icon={<ListFilter aria-hidden />}
          isDisabled={false}
          isSelected={isOpen}
          onChange={(isOn) => {
            setWanted(isOn)
            if (!isOn) set({ day: null, person: null, tag: null })
          }}
        />
        <IconToggle
          label={t('journal.filter.starred')}
          icon={<Star aria-hidden />}
          isDisabled={false}
          isSelected={filter.starred === true}
          onChange={(isOn) => set({ starred: isOn ? true : null })}
        />
        {canBeAttended && (
          <IconToggle
            label={t('journal.filter.attended')}
            icon={<CircleCheck aria-hidden />}
            isDisabled={false}
            isSelected={filter.attended === true}
            onChange={(isOn) => set({ attended: isOn ? true : null })}
          />
        )}
        <IconToggle
          label={t('journal.filter.private')}
          icon={<Lock aria-hidden />}
          isDisabled={false}
          isSelected={filter.private === true}
          onChange={(isOn) => set({ private: isOn ? true : null })}
        />
      </div>
      <div className="all-line">
        {entryKinds.map((kind) => (
          <ToggleButton
            key={kind}
            className="all-kind"
            isSelected={filter.kind === kind}
            onChange={(isOn) => set({ kind: isOn ? kind : null })}
          >
            {t(`journal.filter.${kind}`, { count: kinds[kind] })}
          </ToggleButton>
        ))}
        <span className="bar-space" />
        {!isOpenFilter(filter) && (
          <IconButton
            label={t('journal.filter.clear')}
            icon={<X aria-hidden />}
            onPress={() => {
              setWanted(false)
              showAll({})
            }}
          />
        )}
      </div>
      {values && (
        <div className="all-line">
          {(['day', 'person', 'tag'] as const).map((field) => (
            <ValueFilter
              key={field}
              field={field}
              value={filter[field] ?? null}
              values={values[field]}
              onChange={(value) => set({ [field]: value })}
            />
          ))}
        </div>
      )}
    </header>
  )
}
