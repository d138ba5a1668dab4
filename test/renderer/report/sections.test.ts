import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { Section } from '../../../electron/shared/trip.ts'
import {
  addSection,
  deleteSection,
  moveSection,
  placeEntry,
  renameSection,
  stepEntry,
  stepSection,
} from '../../../renderer/report/sections.ts'

/** Sections in short: `A:ab B:c` has the entries a and b in A, and c in B. */
function sections(description: string): Section[] {
  return description.split(' ').map((part) => {
    const [id = '', entries = ''] = part.split(':')
    return { id, heading: id, entryIds: Array.from(entries) }
  })
}

function short(list: readonly Section[]): string {
  return list.map(({ id, entryIds }) => `${id}:${entryIds.join('')}`).join(' ')
}

function step(list: readonly Section[], entryId: string, by: -1 | 1): string | null {
  const place = stepEntry(list, entryId, by)
  return place && short(placeEntry(list, entryId, place))
}

test('an entry can be moved before another, to the end, into another section, or out of all', () => {
  const before = sections('A:abc B:de')
  expect(short(placeEntry(before, 'c', { sectionId: 'A', before: 'a' }))).toBe('A:cab B:de')
  expect(short(placeEntry(before, 'a', { sectionId: 'A', before: null }))).toBe('A:bca B:de')
  expect(short(placeEntry(before, 'b', { sectionId: 'B', before: 'e' }))).toBe('A:ac B:dbe')
  expect(short(placeEntry(before, 'x', { sectionId: 'B', before: 'd' }))).toBe('A:abc B:xde')
  expect(short(placeEntry(before, 'd', { sectionId: null, before: null }))).toBe('A:abc B:e')
})

test('an entry that is moved before itself stays', () => {
  expect(short(placeEntry(sections('A:abc'), 'b', { sectionId: 'A', before: 'b' }))).toBe('A:abc')
})

test('an entry moves step by step through all sections and out at the end', () => {
  let list = sections('A:xa B: C:b')
  const seen: string[] = []
  for (let place = stepEntry(list, 'x', 1); place; place = stepEntry(list, 'x', 1)) {
    list = placeEntry(list, 'x', place)
    seen.push(short(list))
  }
  expect(seen).toEqual(['A:ax B: C:b', 'A:a B:x C:b', 'A:a B: C:xb', 'A:a B: C:bx', 'A:a B: C:b'])
})

test('an entry moves step by step up, from no section into the last', () => {
  const list = sections('A:a B:b')
  expect(step(list, 'x', -1)).toBe('A:a B:bx')
  expect(step(sections('A:a B:bx'), 'x', -1)).toBe('A:a B:xb')
  expect(step(sections('A:a B:xb'), 'x', -1)).toBe('A:ax B:b')
  expect(step(sections('A:xa B:b'), 'x', -1)).toBeNull()
  expect(step(list, 'x', 1)).toBeNull()
  expect(stepEntry([], 'x', -1)).toBeNull()
})

test('sections are added, renamed and deleted', () => {
  const list = addSection(sections('A:a'), 'B', 'Talks')
  expect(list.at(-1)).toEqual({ id: 'B', heading: 'Talks', entryIds: [] })
  expect(renameSection(list, 'B', 'Tutorials').map(({ heading }) => heading)).toEqual(['A', 'Tutorials'])
  expect(short(deleteSection(list, 'A'))).toBe('B:')
})

test('sections are moved and stop at the ends', () => {
  const list = sections('A: B: C:')
  expect(short(stepSection(list, 'A', 1))).toBe('B: A: C:')
  expect(short(stepSection(list, 'C', -1))).toBe('A: C: B:')
  expect(short(stepSection(list, 'B', 1))).toBe('A: C: B:')
  expect(short(stepSection(list, 'A', -1))).toBe('A: B: C:')
  expect(short(stepSection(list, 'C', 1))).toBe('A: B: C:')
  expect(short(moveSection(list, 'C', 'A'))).toBe('C: A: B:')
  expect(short(moveSection(list, 'A', null))).toBe('B: C: A:')
})

test('however entries are moved, none is lost and none is duplicated', () => {
  const move = record({ entry: constantFrom('a', 'b', 'c', 'd', 'e'), to: constantFrom('A', 'B', 'C'), at: integer() })
  assert(
    property(array(move), (moves) => {
      let list = sections('A:ab B:cd C:e')
      for (const { entry, to, at } of moves) {
        const there = list.find(({ id }) => id === to)?.entryIds ?? []
        list = placeEntry(list, entry, { sectionId: to, before: there.at(at % (there.length + 1)) ?? null })
      }
      expect(list.flatMap(({ entryIds }) => entryIds).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
    }),
  )
})
