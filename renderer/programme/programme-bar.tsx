import { Columns3, Ellipsis, List, ListFilter, Search, X } from 'lucide-react'
import { type KeyboardEvent, memo, type Ref } from 'react'
import { formatNumber } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { noFilter, type ProgrammeFilter } from '../../electron/shared/programme/filter-sessions.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import type { CommandParts } from '../commands/command-part.ts'
import { tripCommands } from '../commands/trip-commands.ts'
import { IconButton } from '../components/icon-button.tsx'
import { IconToggle } from '../components/icon-toggle.tsx'
import { Menu } from '../components/menu.tsx'
import { Select } from '../components/select.tsx'
import { languageName } from '../format/language-name.ts'
import { useTrip } from '../state/open-trip.ts'
import { type Arrangement, useProgrammeView } from './programme-view.ts'
import type { Sessions } from './use-sessions.ts'
import './programme-bar.css'

/** The choice that takes a filter away. No name begins with a space. */
const ANY = ' any'

const fields = [
  { field: 'room', values: 'rooms' },
  { field: 'track', values: 'tracks' },
  { field: 'type', values: 'types' },
  { field: 'language', values: 'languages' },
] as const

interface ChoicesProps {
  filter: Pick<ProgrammeFilter, (typeof fields)[number]['field']>
  values: Sessions['values']
  onChange: (changes: Partial<ProgrammeFilter>) => void
}

/** A choice of rooms, tracks, types and languages, those of which there are several. */
export const ProgrammeChoices = memo(function ProgrammeChoices({ filter, values, onChange }: ChoicesProps) {
  return (
    <div className="programme-choices">
      {fields
        .filter((one) => values[one.values].length > 1 || filter[one.field] !== null)
        .map((one) => (
          <Select
            key={one.field}
            isBare
            isSmall
            hideLabel
            isDisabled={false}
            className={`programme-choice ${filter[one.field] === null ? '' : 'programme-choice-on'}`}
            label={t(`programme.filter.${one.field}`)}
            items={[
              { id: ANY, label: t(`programme.filter.any-${one.field}`) },
              ...values[one.values].map((value) => ({
                id: value,
                label: one.field === 'language' ? languageName(value) : value,
                isVerbatim: true as const,
              })),
            ]}
            value={filter[one.field] ?? ANY}
            onChange={(value) => onChange({ [one.field]: value === ANY ? null : value })}
          />
        ))}
    </div>
  )
})

const barMenuIds = ['import-programme', 'check-programme', 'line', 'import-stars', 'save-stars'] as const
const ownMenuIds = ['line', 'add-session'] as const

interface ButtonsProps {
  isNarrowed: boolean
  hasChoices: boolean
  arrangement: Arrangement
  commands: CommandParts<'programme'>
}

/** Shows everything again; the chosen day stays. */
function clearFilter(): void {
  const { filter, change } = useProgrammeView.getState()
  change({ ...noFilter, day: filter.day })
}

function showChoices(hasChoices: boolean): void {
  useProgrammeView.setState({ hasChoices })
  // What cannot be seen must not hide sessions.
  if (!hasChoices) useProgrammeView.getState().change({ room: null, track: null, type: null, language: null })
}

/** The buttons beside the search. Typing leaves them alone. */
const BarButtons = memo(function BarButtons({ isNarrowed, hasChoices, arrangement, commands }: ButtonsProps) {
  // Only a programme from an address can be checked for changes.
  useTrip((state) => state.programme?.address)
  const importItems = useMenuEntries(tripCommands, barMenuIds, undefined)
  const ownItems = useMenuEntries(commands, ownMenuIds, undefined)
  const isGrid = arrangement === 'grid'
  return (
    <>
      {isNarrowed && <IconButton label={t('programme.clear-filter')} icon={<X aria-hidden />} onPress={clearFilter} />}
      <IconToggle
        label={t('programme.choices')}
        icon={<ListFilter aria-hidden />}
        isDisabled={false}
        isSelected={hasChoices}
        onChange={showChoices}
      />
      <IconToggle
        label={t('programme.as-grid')}
        keys={chordsOf('toggle-grid')[0]}
        icon={isGrid ? <List aria-hidden /> : <Columns3 aria-hidden />}
        isDisabled={false}
        isSelected={isGrid}
        onChange={(isOn) => useProgrammeView.setState({ arrangement: isOn ? 'grid' : 'list' })}
      />
      <Menu
        label={t('programme.menu')}
        trigger={<IconButton label={t('programme.menu')} icon={<Ellipsis aria-hidden />} />}
        items={[...importItems, ...ownItems]}
      />
    </>
  )
})

export interface ProgrammeBarProps extends ButtonsProps {
  query: string
  /** The number of sessions that are shown. */
  count: number
  input: Ref<HTMLInputElement>
  onChange: (changes: Partial<ProgrammeFilter>) => void
  /** Enter or ↓ in the search: leads into the sessions. */
  onLeave: () => void
}

/** The search, how many sessions there are, and how they are arranged. */
export function ProgrammeBar({ query, count, input, onChange, onLeave, ...buttons }: ProgrammeBarProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isLeaving = event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape'
    if (!isLeaving) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape' && query !== '') onChange({ query: '' })
    else onLeave()
  }
  return (
    <div className="programme-bar">
      <div className="programme-search">
        <Search aria-hidden />
        <input
          ref={input}
          type="search"
          className="programme-search-input"
          aria-label={t('programme.search')}
          placeholder={t('programme.search-placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          value={query}
          onChange={(event) => onChange({ query: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
      </div>
      <output className="programme-shown" aria-label={t('programme.shown', { count })}>
        {formatNumber(count)}
      </output>
      <BarButtons {...buttons} />
    </div>
  )
}
