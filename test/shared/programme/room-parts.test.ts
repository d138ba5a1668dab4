import { expect, test } from 'vitest'
import { layOutGrid } from '../../../electron/shared/programme/grid-layout.ts'
import { filterSessions, filterValues, noFilter } from '../../../electron/shared/programme/filter-sessions.ts'
import { nextInRoom } from '../../../electron/shared/programme/clashes.ts'
import { indexSessions } from '../../../electron/shared/programme/index-sessions.ts'
import { roomParts } from '../../../electron/shared/programme/room-parts.ts'
import { sessionAt } from './sessions.ts'

test.each([
  ['Forum, Terrace', ['Forum', 'Terrace']],
  ['Forum / Terrace', ['Forum', 'Terrace']],
  ['Terrace & Forum', ['Terrace', 'Forum']],
  ['Forum and Terrace', ['Forum', 'Terrace']],
  ['Hall 1, Floor 2', ['Hall 1, Floor 2']],
  ['Forum, Cellar', ['Forum, Cellar']],
  ['Forum', ['Forum']],
  ['', ['']],
])('the room "%s" is these of the rooms that exist: %j', (room, expected) => {
  expect(roomParts(['Forum', 'Terrace', 'Hall 1, Floor 2', room])(room)).toEqual(expected)
})

const inRoom = (room: string, start: string, end: string, title: string) => sessionAt(start, end, { room, title })
const keynote = inRoom('Forum, Terrace', '09:00', '10:00', 'Keynote')
const sessions = indexSessions([
  keynote,
  inRoom('Forum', '10:00', '11:00', 'Maps'),
  inRoom('Terrace', '10:30', '11:00', 'Boats'),
])
const none = {
  starred: new Set<string>(),
  clashes: new Set<string>(),
  changed: new Set<string>(),
  hidden: new Set<string>(),
}

test('a session in several rooms stands in the column of each, and has none of its own', () => {
  const { rooms, columns } = layOutGrid(sessions, ['Forum, Terrace', 'Forum', 'Terrace'])
  expect(rooms).toEqual(['Forum', 'Terrace'])
  expect(columns.map((column) => column.map(({ indexed }) => indexed.session.title))).toEqual([
    ['Keynote', 'Maps'],
    ['Keynote', 'Boats'],
  ])
})

test('a session in several rooms is found by each of them, and is followed by what comes in any of them', () => {
  expect(filterValues(sessions, { rooms: [], tracks: [] }).rooms).toEqual(['Forum', 'Terrace'])
  const { shown } = filterSessions(sessions, { ...noFilter, room: 'Terrace' }, none)
  expect(shown.map(({ session }) => session.title)).toEqual(['Keynote', 'Boats'])
  const [first] = sessions
  expect(first && nextInRoom(sessions, first)?.session.title).toBe('Maps')
})

test('what a name stands for follows the rooms of the programme', () => {
  const [alone] = indexSessions([keynote])
  expect(alone?.rooms).toEqual(['Forum, Terrace'])
  expect(sessions[0]?.rooms).toEqual(['Forum', 'Terrace'])
})
