import { assertNever } from '../../shared/result.ts'
import type { Encounter, Entry, Note, Talk } from '../../shared/trip.ts'
import { type Clashes, gatherClashes } from './clashes.ts'
import { mergeList } from './merge-list.ts'
import { mergeText } from './merge-text.ts'
import { mergeValue, mergeWords } from './merge-value.ts'
import { compareTimes, isSame, justAfter, on, type Sides, sidesOf } from '../trip-file/sides.ts'

export interface MergedEntry {
  entry: Entry
  /** What both sides changed, as the names of fields; the entry has it from the side that was changed last. */
  fields: string[]
  /** The side that was changed first, as it was. */
  older: Entry
}

/**
 * Merges two states of one entry field by field.
 *
 * @param base the state that both were made from; `undefined`: not known
 */
export function mergeEntry(base: Entry | undefined, one: Entry, other: Entry): MergedEntry {
  const sides = sidesOf(base, one, other)
  const { newer, older } = sides
  if (isSame(newer, older)) return { entry: newer, fields: [], older }
  const clashes = gatherClashes<string>()
  const merged = mergeKind(sides, clashes)
  const createdAt = compareTimes(newer.createdAt, older.createdAt) <= 0 ? newer.createdAt : older.createdAt
  const isNewer = isSame({ ...merged, createdAt: '' }, { ...newer, createdAt: '' })
  // One time of change stands for one state of an entry, so what is neither side's gets a time of its own.
  const updatedAt = isNewer ? newer.updatedAt : justAfter(newer.updatedAt)
  return { entry: { ...merged, createdAt, updatedAt }, fields: clashes.lost, older }
}

function mergeKind({ base, newer, older }: Sides<Entry>, clashes: Clashes<string>): Entry {
  switch (newer.kind) {
    case 'talk':
      if (older.kind !== 'talk') break
      return mergeTalk({ base: base?.kind === 'talk' ? base : undefined, newer, older }, clashes)
    case 'note':
      if (older.kind !== 'note') break
      return mergeNote({ base: base?.kind === 'note' ? base : undefined, newer, older }, clashes)
    case 'encounter':
      if (older.kind !== 'encounter') break
      return mergeEncounter({ base: base?.kind === 'encounter' ? base : undefined, newer, older }, clashes)
    default:
      return assertNever(newer)
  }
  return clashes.take(mergeValue<Entry>({ base, newer, older }), 'kind')
}

function mergeTalk(sides: Sides<Talk>, clashes: Clashes<string>): Talk {
  const { take } = clashes
  return {
    ...mergeCommon(sides, clashes),
    // A talk begins, ends and is moved as one.
    ...take(mergeValue(on(sides, ({ day, start, end }) => ({ day, start, end }))), 'when'),
    title: take(mergeWords(on(sides, (talk) => talk.title)), 'title'),
    shortTitle: take(mergeWords(on(sides, (talk) => talk.shortTitle)), 'shortTitle'),
    speakers: mergeList(on(sides, (talk) => talk.speakers)),
    room: take(mergeWords(on(sides, (talk) => talk.room)), 'room'),
    session: take(mergeValue(on(sides, (talk) => talk.session)), 'session'),
    links: mergeList(on(sides, (talk) => talk.links)),
    own: take(mergeValue(on(sides, (talk) => talk.own)), 'own'),
  }
}

function mergeNote(sides: Sides<Note>, clashes: Clashes<string>): Note {
  const { take } = clashes
  return {
    ...mergeCommon(sides, clashes),
    ...take(mergeValue(on(sides, ({ day, start }) => ({ day, start }))), 'when'),
    title: take(mergeWords(on(sides, (note) => note.title)), 'title'),
  }
}

function mergeEncounter(sides: Sides<Encounter>, clashes: Clashes<string>): Encounter {
  const { take } = clashes
  return {
    ...mergeCommon(sides, clashes),
    ...take(mergeValue(on(sides, ({ day, start }) => ({ day, start }))), 'when'),
    who: take(mergeWords(on(sides, (encounter) => encounter.who)), 'who'),
    role: take(mergeWords(on(sides, (encounter) => encounter.role)), 'role'),
    context: take(mergeWords(on(sides, (encounter) => encounter.context)), 'context'),
  }
}

/** What entries of all kinds have; the rest is the newer side's. */
function mergeCommon<T extends Entry>(sides: Sides<T>, { take }: Clashes<string>): T {
  return {
    ...sides.newer,
    text: take(mergeText(on(sides, (entry) => entry.text)), 'text'),
    tags: mergeList(on(sides, (entry) => entry.tags)),
    highlight: take(mergeValue(on(sides, (entry) => entry.highlight)), 'highlight'),
    private: isPrivate(on(sides, (entry) => entry.private)),
  }
}

/** Where it is not known who changed it, nothing that one side keeps private gets out. */
function isPrivate(sides: Sides<boolean>): boolean {
  return sides.base === undefined ? sides.newer || sides.older : mergeValue(sides).value
}
