import { ListFilter, Search } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, memo, useCallback, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { isOpenFilter } from '../../electron/shared/entries/entry-filter.ts'
import type { Found, Hit } from '../../electron/shared/search.ts'
import { bridge } from '../bridge/bridge.ts'
import { commandName } from '../commands/command-entries.tsx'
import { isCommandKey } from '../commands/command-keys.ts'
import { Finder, useClosing } from '../components/finder.tsx'
import { hasModifier } from '../components/keys.ts'
import { IconToggle, type IconToggleProps } from '../components/icon-toggle.tsx'
import { useApp } from '../state/app-state.ts'
import { goToHit } from './go-to-hit.ts'
import { HitRow } from './hit-row.tsx'
import { SearchFilters } from './search-filters.tsx'
import { FIRST_HITS, MAX_HITS, type Question, useSearch } from './search-state.ts'
import '../components/finder.css'
import './search-dialog.css'

/** How far a key moves the mark in the list; a page is about as many as are seen. */
const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }

const noHits: readonly Hit[] = []

/** Finds words in all trips, and opens the entry with the word selected. */
export function SearchDialog() {
  const [, close] = useClosing()
  // Everything that a letter changes is inside: drawing what is around it again would take as long as the hits.
  return (
    <Finder label={commandName('search')} className="search-veil" onClose={close}>
      <SearchSheet onClose={close} />
    </Finder>
  )
}

function SearchSheet({ onClose }: { onClose: () => void }) {
  const closeDialog = useApp((state) => state.closeDialog)
  const place = useApp((state) => state.place)
  const openTripId = place.name === 'trip' ? place.tripId : null
  const change = useSearch((state) => state.change)
  const ask = useSearch((state) => state.ask)
  const askForMore = useSearch((state) => state.askForMore)
  const found = useSearch((state) => state.found)
  const limit = useSearch((state) => state.limit)
  const isInTrip = useSearch((state) => state.tripId !== null)
  const isNarrowed = useSearch((state) => !isOpenFilter(state.filter))
  const [at, setAt] = useState(0)
  const [hasFilters, setFilters] = useState(isNarrowed || isInTrip)
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const hits = found?.hits ?? noHits
  // A search that is opened again may still have those below.
  const drawn = hits.length > limit ? hits.slice(0, limit) : hits
  const marked = hits[Math.min(at, hits.length - 1)]

  useEffect(() => {
    input.current?.select()
    // A search in a trip that is not open any more goes through all of them.
    const { tripId: searched } = useSearch.getState()
    if (searched !== null && searched !== openTripId) change({ tripId: null, filter: {} })
    else change({})
    return bridge.on('search.progress', () => void ask())
  }, [ask, change, openTripId])

  useEffect(() => {
    if (found !== null && at >= FIRST_HITS / 2) askForMore()
  }, [askForMore, at, found])

  const isScrolled = useRef(false)
  useEffect(() => {
    // To scroll, the page has to be laid out. A list that has just been drawn begins at its first hit anyway.
    if (at > 0) isScrolled.current = true
    if (isScrolled.current && marked) list.current?.children[hits.indexOf(marked)]?.scrollIntoView({ block: 'nearest' })
  }, [at, hits, marked])

  const choose = useCallback(
    (hit: Hit | undefined) => {
      if (hit === undefined) return
      flushSync(closeDialog)
      void goToHit(hit)
    },
    [closeDialog],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = hasModifier(event) ? 0 : (moves[event.key] ?? 0)
    if (by !== 0) setAt(Math.max(0, Math.min(at + by, hits.length - 1)))
    else if (event.key === 'Enter') choose(marked)
    else if (event.key === 'Escape') onClose()
    else if (isCommandKey('search', event)) input.current?.select()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const toggleFilters = useCallback(
    (isOpen: boolean) => {
      setFilters(isOpen)
      // What cannot be seen must not hide hits.
      if (!isOpen) change({ tripId: null, filter: {} })
    },
    [change],
  )
  const startAgain = useCallback(
    (changes: Partial<Question>) => {
      setAt(0)
      change(changes)
    },
    [change],
  )

  return (
    <>
      <div className="finder-field">
        <Search aria-hidden />
        <SearchField
          ref={input}
          onChange={startAgain}
          onKeyDown={onKeyDown}
          hasHits={hits.length > 0}
          listId={id}
          hitId={marked && `${id}-${hits.indexOf(marked)}`}
        />
        <FiltersToggle isSelected={hasFilters} onChange={toggleFilters} />
      </div>
      {hasFilters && <SearchFilters openTripId={openTripId} onChange={startAgain} />}
      <HitList
        ref={list}
        id={id}
        onScroll={({ currentTarget }) => {
          isScrolled.current = currentTarget.scrollTop > 0
          if (isScrolled.current) askForMore()
        }}
      >
        {drawn.map((hit, index) => (
          <HitRow
            // Other hits are shown in the same rows, which is faster than making new ones.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            id={`${id}-${index}`}
            index={index}
            hit={hit}
            isMarked={hit === marked}
            isInTrip={isInTrip}
            onMark={setAt}
            onChoose={choose}
          />
        ))}
      </HitList>
      <Foot />
    </>
  )
}

/*
 * The field and the list change with each letter, and with each answer. Of everything else, as little as possible is drawn
 * again: it would take as long as the hits.
 */

interface SearchFieldProps extends Pick<ComponentProps<'input'>, 'ref' | 'onKeyDown'> {
  onChange: (changes: Partial<Question>) => void
  hasHits: boolean
  listId: string
  /** The hit that Enter chooses. */
  hitId: string | undefined
}

function SearchField({ onChange, hasHits, listId, hitId, ...props }: SearchFieldProps) {
  const query = useSearch((state) => state.query)
  return (
    <input
      {...props}
      // The search is this field.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      className="finder-input"
      role="combobox"
      aria-label={commandName('search')}
      aria-expanded={hasHits}
      aria-controls={listId}
      aria-autocomplete="list"
      aria-activedescendant={hitId}
      placeholder={t('search.placeholder')}
      autoComplete="off"
      spellCheck={false}
      maxLength={1000}
      value={query}
      onChange={(event) => onChange({ query: event.currentTarget.value })}
    />
  )
}

const FiltersToggle = memo(function FiltersToggle(props: Pick<IconToggleProps, 'isSelected' | 'onChange'>) {
  return <IconToggle {...props} label={t('search.filters')} icon={<ListFilter aria-hidden />} isDisabled={false} />
})

/** The list belongs to the field, as no element of HTML does. */
function HitList(props: Pick<ComponentProps<'div'>, 'ref' | 'id' | 'onScroll' | 'children'>) {
  const isBusy = useSearch(({ answered, query }) => answered !== query)
  return (
    <div
      {...props}
      className="finder-list search-hits"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label={t('search.hits')}
      aria-busy={isBusy}
    />
  )
}

/** What the list does not show: that there is nothing, that there is more, or that trips are still being read. */
function Foot() {
  const found = useSearch((state) => state.found)
  const problem = useSearch((state) => state.problem)
  const hasQuestion = useSearch(({ answered, filter }) => answered.trim() !== '' || !isOpenFilter(filter))
  return (
    <>
      {found !== null && <News found={found} hasQuestion={hasQuestion} />}
      {problem !== null && <p className="search-note">{render(problem)}</p>}
    </>
  )
}

function News({ found, hasQuestion }: { found: Found; hasQuestion: boolean }) {
  const { total, progress } = found
  const isReading = progress.read < progress.trips
  const more = total - Math.min(total, MAX_HITS)
  const news = [
    hasQuestion && total === 0 ? t('search.none') : '',
    more > 0 ? t('search.more', { count: more }) : '',
    isReading ? t('search.reading', { read: progress.read, trips: progress.trips }) : '',
  ].filter((line) => line !== '')
  return (
    <>
      {news.length > 0 && (
        <p className="search-note">
          {news.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
      {!hasQuestion && !isReading && <p className="search-note">{t('search.hint')}</p>}
      <output className="visually-hidden">{hasQuestion && t('search.count', { count: total })}</output>
    </>
  )
}
