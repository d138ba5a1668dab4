import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Version } from '../../../electron/shared/history.ts'
import { VersionList } from '../../../renderer/history/version-list.tsx'

const before = globalThis.IntersectionObserver
/** Says that the end of the list comes near. jsdom does no layout, so the test does. */
let reachEnd = () => {}

beforeEach(() => {
  globalThis.IntersectionObserver = class extends before {
    constructor(callback: IntersectionObserverCallback) {
      super(callback)
      reachEnd = () => callback([{ isIntersecting: true } as IntersectionObserverEntry], this)
    }
  }
})

afterEach(() => {
  globalThis.IntersectionObserver = before
})

/** Versions of a trip, one every five minutes, newest first. */
const manyVersions = (count: number): Version[] =>
  Array.from({ length: count }, (_, index) => {
    const savedAt = new Date(Date.UTC(2026, 3, 16, 12) - index * 300_000).toISOString()
    return {
      versionId: savedAt.replaceAll(/[-:.]/g, ''),
      savedAt,
      bytes: 1,
      entries: 1,
      words: 1,
      changes: [],
      more: 0,
    }
  })

const versions = manyVersions(400)

function show(chosen: string | null): void {
  render(
    <VersionList
      label="Versions"
      versions={versions}
      timeZone="Europe/Berlin"
      chosen={chosen}
      onChoose={() => {}}
      describe={({ versionId }) => [versionId]}
    />,
  )
}

const drawn = () => screen.getAllByRole('option').length

test('of 400 versions, only the newest are drawn, and more whenever their end comes near', () => {
  show(null)
  const first = drawn()
  expect(first).toBeLessThan(100)
  act(() => reachEnd())
  expect(drawn()).toBe(2 * first)
  for (let round = 0; round < 10; round++) act(() => reachEnd())
  expect(drawn()).toBe(400)
})

test('the version that is shown is drawn, however old it is', () => {
  show(versions[300]?.versionId ?? '')
  expect(screen.getByRole('option', { selected: true }).textContent).toContain(versions[300]?.versionId)
})

test('the End key leads to the last version that is drawn', async () => {
  show(versions[0]?.versionId ?? '')
  await userEvent.keyboard('{End}')
  expect(document.activeElement).toBe(screen.getAllByRole('option').at(-1))
})
