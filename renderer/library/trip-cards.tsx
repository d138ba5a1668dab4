import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { TripSummary } from '../../electron/shared/contract/library.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { useMenuEntries } from '../commands/command-entries.tsx'
import { isCommandKey } from '../commands/command-keys.ts'
import { isRefused } from '../commands/run-command.ts'
import { isPlain } from '../components/keys.ts'
import { type ContextMenu, ContextMenuView, keyAt, useContextMenu } from '../components/context-menu.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { cardCommands } from './card-commands.ts'
import { cardKeys } from './card-keys.ts'
import { tripsByYear } from './find-trips.ts'
import { FIRST_CARDS, FIRST_LINES } from './first-rows.ts'
import { menuIds, TripCard } from './trip-card.tsx'
import './trip-card.css'

/** The menu of a card, where the right button of the mouse was pressed. */
function CardContextMenu({ trip, ...place }: { trip: TripSummary } & Pick<ContextMenu, 'at' | 'close'>) {
  const items = useMenuEntries(cardCommands, menuIds, trip)
  return <ContextMenuView {...place} label={t('library.card-menu', { title: trip.title })} items={items} />
}

/** Number of cards that are added when the user scrolls near the end. */
const MORE_CARDS = 24

/** The end of what is drawn. It asks for more as soon as it is no more than a window away. */
function EndOfDrawn({ onNear }: { onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const observer = new IntersectionObserver((changes) => changes.at(-1)?.isIntersecting === true && onNear(), {
      scrollMargin: '100%',
    })
    if (end.current !== null) observer.observe(end.current)
    return () => observer.disconnect()
  }, [onNear])
  return <div ref={end} aria-hidden />
}

const cardsIn = (grid: HTMLElement) => [...grid.querySelectorAll<HTMLElement>('[role="row"]')]

/** The card that a target is in; `null` if it is elsewhere, such as in an open menu, whose events come here too. */
function cardAround(grid: HTMLElement, target: EventTarget): HTMLElement | null {
  const card = target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null
  return card !== null && grid.contains(card) ? card : null
}

const open = (card: HTMLElement) => useApp.getState().goToTrip(card.dataset['key'] ?? '')

const isButton = (target: EventTarget) => target instanceof Element && target.closest('button') !== null

export interface TripCardsProps {
  trips: readonly TripSummary[]
  /** Shows a line for each, rather than a card. */
  isList?: boolean
}

/**
 * The trips as cards or as a list, by year. It is one tab stop: the arrow keys and the first letters of a name move
 * between them, Tab goes on to the menu of one, Enter opens it, Delete moves it to the trash.
 *
 * A list of React Aria would be a fifth of what has to be loaded before the first trip can be shown.
 */
export function TripCards({ trips, isList = false }: TripCardsProps) {
  // A thousand cards take seconds to render, and a window shows only a dozen of them.
  const [drawn, setDrawn] = useState(isList ? FIRST_LINES : FIRST_CARDS)
  const drawMore = useCallback(() => {
    const wanted = drawn + MORE_CARDS
    // Let the browser paint the existing cards first.
    requestAnimationFrame(() => setTimeout(() => setDrawn((before) => Math.max(before, wanted))))
  }, [drawn])
  const shown = trips.slice(0, drawn)
  const grid = useRef<HTMLDivElement>(null)
  const [keys] = useState(cardKeys)
  const [reached, setReached] = useState<string | null>(null)
  const current = shown.some(({ id }) => id === reached) ? reached : shown[0]?.id
  useKeptPlace(grid)

  const menu = useContextMenu()
  const [subject, setSubject] = useState<TripSummary | null>(null)
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    const trip = trips.find(({ id }) => id === keyAt(event))
    if (!trip) return
    setSubject(trip)
    menu.open(event)
  }
  const changedTrip = useLibrary((state) => state.changedTrip)
  useLayoutEffect(() => {
    if (changedTrip === null) return
    useLibrary.getState().changeShown()
    focusSoon(() => document.querySelector(`.trip-cards [data-key="${CSS.escape(changedTrip)}"]`))
  }, [changedTrip])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key, target, currentTarget } = event
    const card = cardAround(currentTarget, target)
    if (card === null || !isPlain(event)) return
    const handle = (run: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      run()
    }
    const isOnCard = target === card
    if (isList && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      const other = isOnCard ? card.querySelector('button') : card
      if (isOnCard === (key === 'ArrowRight')) handle(() => other?.focus())
      return
    }
    if (isOnCard && (key === 'Enter' || key === ' ')) return handle(() => !event.repeat && open(card))
    // The menu of a card has its own keys, apart from these two.
    if (!isOnCard && key !== 'ArrowLeft' && key !== 'ArrowRight') return
    const next = keys.next(key, card, cardsIn(currentTarget))
    if (next === null) return
    handle(() => {
      next.scrollIntoView({ block: 'nearest' })
      next.focus()
    })
  }

  const onDelete = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event
    if (!isCommandKey('trash-trip', event) || !(target instanceof HTMLElement)) return
    const trip = trips.find(({ id }) => id === target.dataset['key'])
    if (trip && !isRefused('trash-trip')) void cardCommands['trash-trip'].run(trip)
  }

  return (
    <div role="presentation" onKeyDownCapture={onDelete}>
      {/* Its rows have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        ref={grid}
        role="grid"
        aria-label={t('library.trips')}
        className={`trip-cards ${isList ? 'trip-lines' : ''}`}
        onContextMenu={openMenu}
        onKeyDown={onKeyDown}
        onFocus={({ target, currentTarget }) => {
          const card = cardAround(currentTarget, target)
          if (card !== null) setReached(card.dataset['key'] ?? null)
        }}
        onClick={({ target, currentTarget }) => {
          const card = cardAround(currentTarget, target)
          if (card !== null && !isButton(target)) open(card)
        }}
      >
        {tripsByYear(shown).map(([year, ofYear]) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the parts of a table cannot be laid out as cards
          <div key={year} role="rowgroup" aria-label={year} className="trip-year">
            {ofYear.map((trip) => (
              <TripCard key={trip.id} trip={trip} isLine={isList} isCurrent={trip.id === current} />
            ))}
          </div>
        ))}
      </div>
      {drawn < trips.length && <EndOfDrawn onNear={drawMore} />}
      {subject && <CardContextMenu trip={subject} {...menu} />}
    </div>
  )
}

/** If the card that has the focus is removed, the focus goes to the one that takes its place. */
function useKeptPlace(grid: RefObject<HTMLElement | null>): void {
  const last = useRef<{ card: HTMLElement; index: number } | null>(null)
  useLayoutEffect(() => {
    const element = grid.current
    if (element === null) return undefined
    if (last.current !== null && !last.current.card.isConnected) {
      const cards = cardsIn(element)
      if (document.activeElement === document.body) cards[Math.min(last.current.index, cards.length - 1)]?.focus()
      last.current = null
    }
    const onFocusIn = ({ target }: FocusEvent) => {
      const card = target && cardAround(element, target)
      if (card) last.current = { card, index: cardsIn(element).indexOf(card) }
    }
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) last.current = null
    }
    element.addEventListener('focusin', onFocusIn)
    element.addEventListener('focusout', onFocusOut)
    return () => {
      element.removeEventListener('focusin', onFocusIn)
      element.removeEventListener('focusout', onFocusOut)
    }
  })
}
