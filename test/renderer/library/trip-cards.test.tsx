import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TripSummary } from '../../../electron/shared/contract/library.ts'
import { TripCards } from '../../../renderer/library/trip-cards.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { connectPage } from '../../support/page-bridge.ts'

const before = globalThis.IntersectionObserver
/** The callbacks that wait for the end of the list, or a cover, to come near. jsdom does no layout, so the test calls them. */
let waiting = new Set<() => void>()

class EndObserver implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  readonly #onSeen: () => void

  constructor(callback: IntersectionObserverCallback) {
    this.#onSeen = () => callback([{ isIntersecting: true } as IntersectionObserverEntry], this)
  }

  observe() {
    waiting.add(this.#onSeen)
  }

  unobserve() {
    waiting.delete(this.#onSeen)
  }

  disconnect() {
    waiting.delete(this.#onSeen)
  }

  takeRecords() {
    return []
  }
}

beforeEach(async () => {
  waiting = new Set()
  globalThis.IntersectionObserver = EndObserver
  await connectPage()
})

afterEach(() => {
  globalThis.IntersectionObserver = before
})

function manyTrips(count: number): TripSummary[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    title: `Trip ${index}`,
    venue: 'Hall',
    city: 'Darmstadt',
    country: 'Germany',
    firstDay: '2026-04-14',
    lastDay: '2026-04-16',
    timeZone: 'Europe/Berlin',
    entries: 1,
    words: 2,
    published: false,
    updatedAt: '2026-04-16T12:00:00.000Z',
    cover: null,
    isNewer: false,
  }))
}

const titles = () => screen.getAllByRole('row').flatMap((row) => row.querySelector('h2')?.textContent ?? [])

it('all cards of a few trips are rendered at once', () => {
  render(<TripCards trips={manyTrips(5)} />)
  expect(titles()).toHaveLength(5)
  expect(waiting.size).toBe(0)
})

it('only the first cards of very many trips are rendered, and more whenever the end of the list comes near', async () => {
  const trips = manyTrips(40)
  render(<TripCards trips={trips} />)
  const counts = [titles().length]
  while (waiting.size > 0) {
    const last = counts.at(-1) ?? 0
    const called = [...waiting]
    act(() => called.forEach((onSeen) => onSeen()))
    await waitFor(() => expect(titles().length).toBeGreaterThan(last))
    // The observer of the shorter list is let go a little after the longer one is drawn.
    await waitFor(() => expect(called.filter((onSeen) => waiting.has(onSeen))).toEqual([]))
    counts.push(titles().length)
  }
  expect(counts).toEqual([12, 36, 40])
  expect(titles()).toEqual(trips.map(({ title }) => title))
})

it('a card shows the cover of its trip once it is seen, and no picture without one or in the list', () => {
  const [first, second] = manyTrips(2)
  if (!first || !second) throw new Error('There are no trips.')
  const cover = '11111111-1111-4111-8111-111111111111'
  const trips = [{ ...first, cover }, second]
  const { container, rerender } = render(<TripCards trips={trips} />)
  const addresses = () => Array.from(container.querySelectorAll('img'), (image) => image.getAttribute('src'))
  expect(addresses()).toEqual([])
  act(() => waiting.forEach((onSeen) => onSeen()))
  expect(addresses()).toEqual([`trip://${first.id}/${cover}`])
  rerender(<TripCards trips={trips} isList />)
  expect(addresses()).toEqual([])
  expect(waiting.size).toBe(0)
})

/** Lays the cards out in lines, which jsdom does not do. */
function layOut(inLine: number): void {
  for (const [index, row] of screen.getAllByRole('row').entries()) {
    row.getBoundingClientRect = () => new DOMRect((index % inLine) * 300, Math.floor(index / inLine) * 200, 280, 180)
  }
}

const focusedTitle = () => document.activeElement?.querySelector('h2')?.textContent ?? document.activeElement?.ariaLabel

async function press(keys: string): Promise<string | null | undefined> {
  await userEvent.keyboard(keys)
  return focusedTitle()
}

it('the keys move between cards along and across their lines, and to what begins with the typed letters', async () => {
  render(<TripCards trips={manyTrips(8).map((trip, index) => (index === 6 ? { ...trip, title: 'Zürich' } : trip))} />)
  layOut(3)
  await userEvent.tab()
  expect(focusedTitle()).toBe('Trip 0')
  expect(await press('{ArrowRight}')).toBe('Trip 1')
  expect(await press('{ArrowDown}')).toBe('Trip 4')
  // The last line is shorter.
  expect(await press('{ArrowRight}{ArrowDown}')).toBe('Trip 7')
  expect(await press('{ArrowUp}')).toBe('Trip 4')
  expect(await press('{End}')).toBe('Trip 7')
  expect(await press('{ArrowDown}{ArrowRight}')).toBe('Trip 7')
  expect(await press('{Home}')).toBe('Trip 0')
  expect(await press('zu')).toBe('Zürich')
  expect(await press('{PageUp}')).toBe('Trip 0')
})

it('the cards are one tab stop, followed by the menu of the card that was reached', async () => {
  render(<TripCards trips={manyTrips(3)} />)
  layOut(3)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  await userEvent.tab()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('More about Trip 1')
  await userEvent.tab()
  expect(document.activeElement).toBe(document.body)
  await userEvent.tab({ shift: true })
  await userEvent.tab({ shift: true })
  expect(focusedTitle()).toBe('Trip 1')
})

it('in the list, the arrow keys lead to the menu of a line and back', async () => {
  render(<TripCards trips={manyTrips(3)} isList />)
  layOut(1)
  await userEvent.tab()
  expect(await press('{ArrowDown}')).toBe('Trip 1')
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('More about Trip 1')
  expect(await press('{ArrowLeft}')).toBe('Trip 1')
})

it('the menu of a card opens and closes without opening the trip', async () => {
  render(<TripCards trips={manyTrips(2)} />)
  const { place } = useApp.getState()
  await userEvent.click(screen.getByRole('button', { name: 'More about Trip 1' }))
  await screen.findByRole('menuitem', { name: 'Open' })
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('More about Trip 1'))
  expect(useApp.getState().place).toEqual(place)
})

it('when the card with the focus is removed, the focus goes to the next, or to the last', () => {
  const trips = manyTrips(3)
  const { rerender } = render(<TripCards trips={trips} />)
  screen.getByRole('row', { name: 'Trip 1' }).focus()
  rerender(<TripCards trips={trips.filter(({ title }) => title !== 'Trip 1')} />)
  expect(focusedTitle()).toBe('Trip 2')
  rerender(<TripCards trips={trips.slice(0, 1)} />)
  expect(focusedTitle()).toBe('Trip 0')
})
