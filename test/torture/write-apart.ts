import type { Engine } from '../../electron/journal/engine.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { addDays } from '../../electron/shared/time.ts'
import type { Entry, EntryChanges, EntryKind, Trip } from '../../electron/shared/trip.ts'
import { onePixel } from '../support/trips.ts'
import { must } from './ask.ts'
import type { Random } from './random.ts'

/** A user of one of two computers. */
export interface Writer {
  /** "A" or "B": each of their words begins with it, which identifies the author. */
  name: string
  engine: Engine
  random: Random
  /** The number of sentences that they have written. */
  sentences: number
}

const FIRST_DAY = '2026-04-13'
const DAYS = 4

export function someDay(random: Random): string {
  return addDays(FIRST_DAY, random.below(DAYS))
}

/** A unique sentence: "A17x the tram was late". */
export function someSentence(writer: Writer): string {
  const ends = ['the tram was late', 'tea, and a queue', 'Wörter 日本', 'who was that', 'a talk on rust 👩🏽‍🚀']
  return `${writer.name}${writer.sentences++}x ${writer.random.pick(ends)}`
}

const doings = [
  ...Array.from({ length: 5 }, () => 'add' as const),
  ...Array.from({ length: 5 }, () => 'append' as const),
  ...Array.from({ length: 5 }, () => 'insert' as const),
  ...Array.from({ length: 3 }, () => 'move' as const),
  ...Array.from({ length: 3 }, () => 'delete' as const),
  'rewrite',
  'rewrite',
  'name',
  'name',
  'tag',
  'duplicate',
  'put back',
  'lead',
  'closing',
  'section',
  'report of entry',
  'retitle',
  'photo',
  'photo',
  'caption',
] as const

/** Does one thing to a trip, as the window would. */
export async function doSomething(writer: Writer, tripId: string): Promise<void> {
  const { engine, random } = writer
  const trip = await must(engine, 'trips.open', { tripId })
  const doing = trip.entries.length === 0 ? 'add' : random.pick(doings)
  switch (doing) {
    case 'add':
      return await addEntry(writer, trip)
    case 'append':
      return await rewrite(writer, trip, (text) => `${text}\n\n${someSentence(writer)}`)
    case 'insert':
      return await rewrite(writer, trip, (text) => insertSentence(writer, text))
    case 'rewrite':
      return await rewrite(writer, trip, () => `${someSentence(writer)}\n\n${someSentence(writer)}`)
    case 'name': {
      const entry = random.pick(trip.entries)
      return await save(writer, trip, entry, named(entry.kind, someSentence(writer)))
    }
    case 'tag': {
      const entry = random.pick(trip.entries)
      return await save(writer, trip, entry, { kind: entry.kind, tags: [...entry.tags, someSentence(writer)] })
    }
    case 'move': {
      const day = random.pick(trip.entries).day
      const before = random.pick([null, ...trip.entries.filter((entry) => entry.day === day)])
      await must(engine, 'entries.move', {
        tripId,
        entryId: random.pick(trip.entries).id,
        day,
        before: before?.id ?? null,
      })
      return
    }
    case 'delete':
      return void (await must(engine, 'entries.delete', { tripId, entryId: random.pick(trip.entries).id }))
    case 'put back':
      if (trip.deleted.length === 0) return
      return void (await must(engine, 'entries.restore', { tripId, entryId: random.pick(trip.deleted).entry.id }))
    case 'duplicate':
      return void (await must(engine, 'entries.duplicate', { tripId, entryId: random.pick(trip.entries).id }))
    case 'lead':
      return void (await must(engine, 'report.save', { tripId, changes: { lead: someSentence(writer) } }))
    case 'closing': {
      const closing = { heading: someSentence(writer), text: someSentence(writer) }
      return void (await must(engine, 'report.save', { tripId, changes: { closing } }))
    }
    case 'section': {
      const entryIds = trip.entries.filter(() => random.chance(0.2)).map(({ id }) => id)
      const kept = trip.report.sections.map((section) => ({
        ...section,
        entryIds: section.entryIds.filter((id) => !entryIds.includes(id)),
      }))
      const sections = [...kept, { id: crypto.randomUUID(), heading: someSentence(writer), entryIds }]
      return void (await must(engine, 'report.save', { tripId, changes: { sections } }))
    }
    case 'report of entry': {
      const record = { include: random.chance(0.5), heading: someSentence(writer), excerpt: null, talk: null }
      const entries = { ...trip.report.entries, [random.pick(trip.entries).id]: record }
      return void (await must(engine, 'report.save', { tripId, changes: { entries } }))
    }
    case 'retitle':
      return void (await must(engine, 'trips.save', { tripId, changes: { title: `Trip ${someSentence(writer)}` } }))
    case 'photo':
      return await addPhoto(writer, trip)
    case 'caption': {
      const [photo] = trip.photos
      if (photo === undefined) return
      const changes = { caption: someSentence(writer) }
      return void (await must(engine, 'photos.save', { tripId, photoId: random.pick(trip.photos).id, changes }))
    }
    default:
      return assertNever(doing)
  }
}

export async function addEntry(writer: Writer, { id: tripId }: Pick<Trip, 'id'>): Promise<void> {
  const kind = writer.random.pick(['talk', 'note', 'encounter'] as const)
  const text = `${someSentence(writer)}\n\n${someSentence(writer)}\n\n${someSentence(writer)}`
  const fields: EntryChanges = { ...named(kind, someSentence(writer)), text }
  await must(writer.engine, 'entries.add', { tripId, kind, day: someDay(writer.random), start: null, fields })
}

/** Never removes anybody's words. */
export async function addOrAppend(writer: Writer, tripId: string): Promise<void> {
  const trip = await must(writer.engine, 'trips.open', { tripId })
  if (trip.entries.length === 0 || writer.random.chance(0.4)) return await addEntry(writer, trip)
  await rewrite(writer, trip, (text) => `${text}\n\n${someSentence(writer)}`)
}

/** Adds a unique picture, and an entry that shows it. */
export async function addPhoto(writer: Writer, { id: tripId }: Pick<Trip, 'id'>): Promise<void> {
  const { engine, random } = writer
  const noise = Uint8Array.from({ length: 2000 + random.below(200_000) }, () => random.below(256))
  const data = new Uint8Array(Buffer.concat([onePixel, noise]))
  const { photo } = await must(engine, 'photos.add', { tripId, name: `${writer.name}.png`, data })
  const fields = { kind: 'note' as const, text: `![${someSentence(writer)}](photo:${photo.id})` }
  await must(engine, 'entries.add', { tripId, kind: 'note', day: someDay(random), start: null, fields })
}

function named(kind: EntryKind, name: string): EntryChanges {
  return kind === 'encounter' ? { kind, who: name } : { kind, title: name }
}

/** Into any paragraph, even if the other computer changes the same one. */
function insertSentence(writer: Writer, text: string): string {
  const paragraphs = text.split('\n\n')
  const index = writer.random.below(paragraphs.length)
  return paragraphs.with(index, `${paragraphs[index] ?? ''} ${someSentence(writer)}`).join('\n\n')
}

async function rewrite(writer: Writer, trip: Trip, by: (text: string) => string): Promise<void> {
  // The first entries more often, so that both write in the same ones.
  const few = writer.random.chance(0.5) ? trip.entries.slice(0, 5) : trip.entries
  const entry = writer.random.pick(few)
  await save(writer, trip, entry, { kind: entry.kind, text: by(entry.text) })
}

async function save({ engine }: Writer, { id: tripId }: Trip, entry: Entry, changes: EntryChanges): Promise<void> {
  await must(engine, 'entries.save', { tripId, entryId: entry.id, changes, baseVersion: entry.updatedAt })
}
