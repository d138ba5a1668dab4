import { act, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TripSummary } from '../../../electron/shared/contract/library.ts'
import { TripCards } from '../../../renderer/library/trip-cards.tsx'
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
    act(() => waiting.forEach((onSeen) => onSeen()))
    await waitFor(() => expect(titles().length).toBeGreaterThan(last))
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
