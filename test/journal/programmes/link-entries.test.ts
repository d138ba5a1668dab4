import { expect, test } from 'vitest'
import { findLinks, linkEntries, unlinkEntries } from '../../../electron/journal/programmes/link-entries.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import type { Session } from '../../../electron/shared/programme.ts'
import type { Talk } from '../../../electron/shared/trip.ts'
import { tripWith } from '../../support/library.ts'
import { someProgramme, someSession } from '../../support/programmes.ts'

function someTalk(changes: Partial<Talk> = {}): Talk {
  const talk = newEntry('talk', '2026-04-15', null)
  if (talk.kind !== 'talk') throw new Error('Not a talk.')
  return { ...talk, title: 'State of in-browser ML!', text: 'Words.', ...changes }
}

const by = (...names: string[]) => names.map((name) => ({ name, role: '', affiliation: '' }))
const session = someSession()
const later = someSession({ start: '2026-04-16T10:45:00+02:00', end: null })
const atItsTime = { start: '2026-04-15T08:45:00Z' }

test.each<[string, Partial<Talk>[], Session[], (string | null)[]]>([
  ['with one of its speakers', [{ speakers: by('Ada A.', 'oleh KOSTROMIN') }], [session], [session.id]],
  ['without speakers at its time', [atItsTime], [session], [session.id]],
  ['without speakers and time', [{}], [session], [null]],
  ['with other speakers at its time', [{ ...atItsTime, speakers: by('Ada A.') }], [session], [null]],
  ['of another title', [{ ...atItsTime, title: 'Bridges', speakers: session.speakers }], [session], [null]],
  ['that is given twice', [{ speakers: session.speakers }], [session, later], [null]],
  [
    'that is given twice, at one of the times',
    [{ ...atItsTime, speakers: session.speakers }],
    [session, later],
    [session.id],
  ],
  ['that two entries are about', [atItsTime, { speakers: session.speakers }], [session], [null, null]],
  ['that has an entry already', [atItsTime, { sessionId: session.id }], [session], [null, session.id]],
  ['that was dropped', [atItsTime], [{ ...session, isDropped: true }], [null]],
])('an entry about a talk %s is linked to its session only if that is clear', (_, talks, sessions, linked) => {
  const trip = tripWith(talks.map(someTalk))
  const links = findLinks(trip, someProgramme(sessions))
  const after = linkEntries(trip, links)
  expect(after.entries.map(({ sessionId }) => sessionId ?? null)).toEqual(linked)
  const withoutTimes = (entries: typeof trip.entries) => entries.map((entry) => ({ ...entry, updatedAt: '' }))
  expect(withoutTimes(unlinkEntries(after, links).entries)).toEqual(withoutTimes(trip.entries))
})
