import { Columns3, Ellipsis, List, ListFilter, Search, X } from 'lucide-react'
import { type KeyboardEvent, memo, type Ref } from 'react'
import { formatNumber } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { ProgrammeFilter } from '../../electron/shared/programme/filter-sessions.ts'
import { chordsOf } from '../commands/command-keys.ts'
import { IconButton } from '../components/icon-button.tsx'
import { Menu, type MenuEntry } from '../components/menu.tsx'
import { Select } from '../components/select.tsx'
import type { Arrangement } from './programme-view.ts'
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
              ...values[one.values].map((value) => ({ id: value, label: value, isVerbatim: true as const })),
            ]}
            value={filter[one.field] ?? ANY}
            onChange={(value) => onChange({ [one.field]: value === ANY ? null : value })}
          />
        ))}
    </div>
  )
})

export interface ProgrammeBarProps {
  query: string
  /** The number of sessions that are shown. */
  count: number
  isNarrowed: boolean
  hasChoices: boolean
  arrangement: Arrangement
  menuItems: readonly MenuEntry[]
  input: Ref<HTMLInputElement>
  onChange: (changes: Partial<ProgrammeFilter>) => void
  onClear: () => void
  onChoices: (isOn: boolean) => void
  onArrange: (arrangement: Arrangement) => void
  /** Enter or ↓ in the search: leads into the sessions. */
  onLeave: () => void
}

/** The search, how many sessions there are, and how they are arranged. */
export function ProgrammeBar(props: ProgrammeBarProps) {
  const { query, count, isNarrowed, hasChoices, arrangement, menuItems, input } = props
  const { onChange, onClear, onChoices, onArrange, onLeave } = props
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
      {isNarrowed && <IconButton label={t('programme.clear-filter')} icon={<X aria-hidden />} onPress={onClear} />}
      <IconButton
        label={t('programme.choices')}
        icon={<ListFilter aria-hidden />}
        isDisabled={false}
        isSelected={hasChoices}
        onChange={onChoices}
      />
      <IconButton
        label={t('programme.as-grid')}
        keys={chordsOf('toggle-grid')[0]}
        icon={arrangement === 'grid' ? <List aria-hidden /> : <Columns3 aria-hidden />}
        isDisabled={false}
        isSelected={arrangement === 'grid'}
        onChange={(isGrid) => onArrange(isGrid ? 'grid' : 'list')}
      />
      <Menu
        label={t('programme.menu')}
        trigger={<IconButton label={t('programme.menu')} icon={<Ellipsis aria-hidden />} />}
        items={menuItems}
      />
    </div>
  )
}
