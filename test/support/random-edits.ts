import * as fc from 'fast-check'
import { removeReport, saveReport } from '../../electron/journal/edits/save-report.ts'
import { joinAncestors } from '../../electron/journal/merge/ancestors.ts'
import { noteWriter } from '../../electron/journal/trip-file/writers.ts'
import { assertNever } from '../../electron/shared/result.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { valueOf } from './library.ts'
import {
  idOf,
  withDeleted,
  writtenEncounter,
  writtenNote,
  writtenPhoto,
  writtenTalk,
  writtenTrip,
} from './written-trip.ts'

/** An edit of a trip. Numbers choose among the existing things. */
export type Edit =
  | { does: 'write'; which: number; text: string }
  | { does: 'insert'; which: number; paragraph: number; text: string }
  | { does: 'name'; which: number; text: string }
  | { does: 'tag'; which: number; text: string }
  | { does: 'hide'; which: number }
  | { does: 'add'; kind: Entry['kind']; day: number; text: string }
  | { does: 'move'; which: number; day: number; to: number }
  | { does: 'delete'; which: number }
  | { does: 'put back'; which: number }
  | { does: 'lead'; text: string }
  | { does: 'retitle'; text: string }
  | { does: 'day heading'; day: number; text: string }
  | { does: 'leave out'; which: number }
  | { does: 'section'; which: number; text: string }
  | { does: 'put in section'; which: number; section: number }
  | { does: 'drop section'; which: number }
  | { does: 'new report'; text: string }
  | { does: 'write report'; which: number; entry: number; text: string }
  | { does: 'drop report'; which: number }
  | { does: 'photo'; text: string }
  | { does: 'caption'; which: number; text: string }

const days = ['2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16']
const number = fc.nat(1000)
const day = fc.nat(days.length - 1)
/** Only a few words, so that texts repeat themselves and each other. */
const text = fc
  .array(fc.constantFrom('tea', 'talk', 'rust', 'queue', '\n\n', '\n- '), { maxLength: 8 })
  .map((words) => words.join(' '))
const kind = fc.constantFrom('talk' as const, 'note' as const, 'encounter' as const)

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { arbitrary: fc.record({ does: fc.constant('write' as const), which: number, text }), weight: 4 },
  { arbitrary: fc.record({ does: fc.constant('insert' as const), which: number, paragraph: number, text }), weight: 4 },
  { arbitrary: fc.record({ does: fc.constant('add' as const), kind, day, text }), weight: 4 },
  { arbitrary: fc.record({ does: fc.constant('move' as const), which: number, day, to: number }), weight: 3 },
  { arbitrary: fc.record({ does: fc.constant('delete' as const), which: number }), weight: 2 },
  fc.record({ does: fc.constant('name' as const), which: number, text }),
  fc.record({ does: fc.constant('tag' as const), which: number, text }),
  fc.record({ does: fc.constant('hide' as const), which: number }),
  fc.record({ does: fc.constant('put back' as const), which: number }),
  fc.record({ does: fc.constant('lead' as const), text }),
  fc.record({ does: fc.constant('retitle' as const), text }),
  fc.record({ does: fc.constant('day heading' as const), day, text }),
  fc.record({ does: fc.constant('leave out' as const), which: number }),
  fc.record({ does: fc.constant('section' as const), which: number, text }),
  fc.record({ does: fc.constant('put in section' as const), which: number, section: number }),
  fc.record({ does: fc.constant('drop section' as const), which: number }),
  fc.record({ does: fc.constant('new report' as const), text }),
  {
    arbitrary: fc.record({ does: fc.constant('write report' as const), which: number, entry: number, text }),
    weight: 2,
  },
  fc.record({ does: fc.constant('drop report' as const), which: number }),
  fc.record({ does: fc.constant('photo' as const), text }),
  fc.record({ does: fc.constant('caption' as const), which: number, text }),
)

/**
 * Apply edits to a trip, one per minute.
 *
 * @param side makes new identifiers differ between two people
 * @param from the minute of the first edit
 */
export function doAll(trip: Trip, edits: readonly Edit[], side: number, from: number): Trip {
  return edits.reduce((before, what, index) => {
    const at = new Date(Date.UTC(2026, 3, 14, 8) + (from + index) * 60_000).toISOString()
    const after = doOne(before, what, idOf(side * 100_000 + index), at)
    if (after === before) return before
    // As if every third save kept a version.
    const ancestors = index % 3 === 0 ? joinAncestors(before.ancestors, [before.updatedAt]) : before.ancestors
    const writers = noteWriter(before.writers, `side-${side}`, at)
    return { ...after, updatedAt: at, ...(ancestors !== undefined && { ancestors }), writers }
  }, trip)
}

function doOne(trip: Trip, what: Edit, newId: string, at: string): Trip {
  const { report } = trip
  switch (what.does) {
    case 'write':
      // Every second text has a word that occurs nowhere else.
      return change(trip, what.which, at, (entry) => ({
        ...entry,
        text: what.which % 2 === 0 ? what.text : `${what.text} ${newId.slice(-8)}`,
      }))
    case 'insert':
      return change(trip, what.which, at, (entry) => {
        const paragraphs = entry.text.split('\n\n')
        return {
          ...entry,
          text: paragraphs.toSpliced(what.paragraph % (paragraphs.length + 1), 0, what.text).join('\n\n'),
        }
      })
    case 'name':
      return change(trip, what.which, at, (entry) =>
        entry.kind === 'encounter' ? { ...entry, who: what.text } : { ...entry, title: what.text },
      )
    case 'tag':
      return change(trip, what.which, at, (entry) => ({ ...entry, tags: [...entry.tags, what.text] }))
    case 'hide':
      return change(trip, what.which, at, (entry) => ({ ...entry, private: !entry.private }))
    case 'add': {
      const fields = { id: newId, day: dayOf(what.day), text: what.text, createdAt: at, updatedAt: at }
      const make = { talk: writtenTalk, note: writtenNote, encounter: writtenEncounter }[what.kind]
      return { ...trip, entries: [...trip.entries, make(0, fields)] }
    }
    case 'move': {
      const entry = chosen(trip.entries, what.which)
      if (entry === undefined) return trip
      const others = trip.entries.filter((other) => other !== entry)
      const moved = { ...entry, day: dayOf(what.day), updatedAt: dayOf(what.day) === entry.day ? entry.updatedAt : at }
      return { ...trip, entries: others.toSpliced(what.to % (others.length + 1), 0, moved) }
    }
    case 'delete':
      return withDeleted(trip, chosen(trip.entries, what.which)?.id ?? '', at)
    case 'put back': {
      const back = chosen(trip.deleted, what.which)
      if (back === undefined) return trip
      return {
        ...trip,
        entries: [...trip.entries, { ...back.entry, updatedAt: at }],
        deleted: trip.deleted.filter((other) => other !== back),
      }
    }
    case 'lead':
      return { ...trip, report: { ...report, lead: what.text } }
    case 'retitle':
      return { ...trip, title: `Trip ${what.text}` }
    case 'day heading': {
      const own = { ...report.dayHeadings.own, [dayOf(what.day)]: what.text }
      return { ...trip, report: { ...report, dayHeadings: { ...report.dayHeadings, own } } }
    }
    case 'leave out': {
      const entry = chosen(trip.entries, what.which)
      if (entry === undefined) return trip
      const record = { include: false, heading: null, excerpt: null, talk: null }
      return { ...trip, report: { ...report, entries: { ...report.entries, [entry.id]: record } } }
    }
    case 'section': {
      const section = chosen(report.sections, what.which)
      const sections =
        section === undefined || what.which % 2 === 0
          ? [...report.sections, { id: newId, heading: what.text, entryIds: [] }]
          : report.sections.map((other) =>
              other === section ? { ...section, [what.which % 4 === 1 ? 'heading' : 'text']: what.text } : other,
            )
      return { ...trip, report: { ...report, sections } }
    }
    case 'put in section': {
      const entry = chosen(trip.entries, what.which)
      const section = chosen(report.sections, what.section)
      if (entry === undefined || section === undefined) return trip
      const sections = report.sections.map((other) => {
        const entryIds = other.entryIds.filter((id) => id !== entry.id)
        return { ...other, entryIds: other === section ? [...entryIds, entry.id] : entryIds }
      })
      return { ...trip, report: { ...report, sections } }
    }
    case 'drop section': {
      const section = chosen(report.sections, what.which)
      return { ...trip, report: { ...report, sections: report.sections.filter((other) => other !== section) } }
    }
    case 'new report': {
      const made = { ...report, id: newId, kind: 'memo' as const, lead: what.text, includesNew: false }
      return { ...trip, reports: [...(trip.reports ?? []), made] }
    }
    case 'write report': {
      const other = chosen(trip.reports ?? [], what.which)
      const entry = chosen(trip.entries, what.entry)
      if (other === undefined || entry === undefined) return trip
      const entries = { ...other.entries, [entry.id]: { include: true, heading: null, excerpt: what.text, talk: null } }
      return valueOf(saveReport(trip, { lead: what.text, entries }, other.id))
    }
    case 'drop report': {
      const other = chosen(trip.reports ?? [], what.which)
      return other === undefined ? trip : valueOf(removeReport(trip, other.id))
    }
    case 'photo':
      return { ...trip, photos: [...trip.photos, writtenPhoto(0, { id: newId, caption: what.text, addedAt: at })] }
    case 'caption': {
      const photo = chosen(trip.photos, what.which)
      const photos = trip.photos.map((other) => (other === photo ? { ...photo, caption: what.text } : other))
      return { ...trip, photos }
    }
    default:
      return assertNever(what)
  }
}

function change(trip: Trip, which: number, at: string, by: (entry: Entry) => Entry): Trip {
  const entry = chosen(trip.entries, which)
  return {
    ...trip,
    entries: trip.entries.map((other) => (other === entry ? { ...by(entry), updatedAt: at } : other)),
  }
}

function chosen<T>(list: readonly T[], which: number): T | undefined {
  return list[which % Math.max(1, list.length)]
}

function dayOf(index: number): string {
  return days[index] ?? '2026-04-14'
}

/** A trip with some entries, from which two people continue separately. */
export const beginning: fc.Arbitrary<Trip> = fc
  .array(edit, { maxLength: 30 })
  .map((edits) => doAll(writtenTrip({ entries: [writtenNote(1), writtenTalk(2), writtenEncounter(3)] }), edits, 1, 1))

/** The same trip after separate edits in two places, possibly with the same times. */
export const apart = fc
  .record({
    base: beginning,
    ours: fc.array(edit, { maxLength: 25 }),
    theirs: fc.array(edit, { maxLength: 25 }),
    later: fc.constantFrom(0, 0, 7, 500),
  })
  .map(({ base, ours, theirs, later }) => ({
    base,
    ours: doAll(base, ours, 2, 100),
    theirs: doAll(base, theirs, 3, 100 + later),
  }))
