import {
  type Attendance,
  emptyPlan,
  noMark,
  type Plan,
  type Programme,
  type Session,
  type Star,
} from '../../../shared/programme.ts'
import type { Entry } from '../../../shared/trip.ts'
import { instantAt } from '../../../shared/zone-time.ts'
import {
  type SampleSession,
  sampleProgramme,
  sampleSessionId,
  sessionOfTalk,
  withSessions,
} from '../sample-sessions.ts'
import { lisbonZone } from './write.ts'

const [monday, tuesday, wednesday] = ['2026-05-18', '2026-05-19', '2026-05-20']
const [hall, loft, foyer] = ['Salt Hall', 'Rope Loft', 'Foyer']
const [keeping, tools, people] = ['Keeping things', 'Tools', 'People']

/** What the programme says about the talks that there are entries about. */
const abstracts: Readonly<Record<string, Pick<Session, 'abstract'> & Partial<Pick<Session, 'type' | 'track'>>>> = {
  'Good Morning, and Please Move Your Chairs': { abstract: 'Where things are, and why the chairs.', type: 'Opening' },
  'The Hundred-Year File': {
    abstract:
      'Which of the files that you wrote last year will open in a hundred years? We tried with files of the last *forty*, and learned that the format is rarely what is missing.',
    type: 'Keynote',
    track: keeping,
  },
  'Undo Is a Promise: Lessons from Fourteen Years of a Drawing Program': {
    abstract:
      'Everybody has undo. Few can say what it takes back. This talk goes through fourteen years of bug reports and the three rules that came of them:\n\n1. one stack,\n2. a name for each step,\n3. never somebody else’s work.',
    track: tools,
  },
  'Files First: A Tutorial in Three Disasters': {
    abstract: 'Bring a laptop that you are not afraid of. We shall lose data three times, and get it back twice.',
    type: 'Tutorial',
    track: keeping,
  },
  'Maps without a Mouse': {
    abstract:
      'A map is a picture until you cannot see it. What a map becomes when it has to be read aloud, and steered with four keys.',
    track: tools,
  },
  'Who Maintains the Maintainers?': {
    abstract: 'Four people who keep small libraries alive talk about money, holidays and the word “just”.',
    type: 'Panel',
    track: people,
  },
  'In Praise of the Slow Build': {
    abstract: 'One release a year, on the first Sunday of March. What that does to a team, and to a tower clock.',
    track: tools,
  },
  'Lightning Talks': {
    abstract: 'Five minutes each. The list is on the door; there is a bell.',
    type: 'Lightning talks',
  },
  'Against the Dashboard': {
    abstract: 'Counting is not seeing. On what the numbers on the wall made us stop looking at.',
    type: 'Keynote',
    track: people,
  },
  'The Repair Table': {
    abstract: 'Bring something broken. Soldering irons, sewing machines and patient people are there all day.',
    type: 'Workshop',
    track: people,
  },
  'Lights Off': { abstract: 'Thanks, and the river.', type: 'Closing' },
}

const person = (name: string, affiliation = '') => ({ name, role: '', affiliation })

/** What else there was to see. */
const others: readonly SampleSession[] = [
  {
    day: monday,
    start: '11:15',
    end: '11:55',
    title: 'Paper Backups',
    room: hall,
    track: keeping,
    speakers: [person('Ilse van der Meer', 'Maritime Archive')],
    abstract: 'How much fits on a sheet of paper if a person has to be able to type it in again.',
  },
  {
    day: monday,
    start: '12:05',
    end: '12:35',
    title: 'The Last Floppy Drive in Setúbal',
    room: loft,
    track: keeping,
    speakers: [person('Rui Salgueiro')],
    abstract: 'A repair shop, its owner, and eleven boxes that nobody collected.',
  },
  {
    day: monday,
    start: '14:00',
    end: '14:40',
    title: 'A Compiler You Can Read on the Train',
    room: hall,
    track: tools,
    speakers: [person('Hanne Solberg')],
    abstract: 'Two thousand lines, no clever ones. Printed copies are at the door.',
  },
  {
    day: monday,
    start: '15:00',
    end: '15:40',
    title: 'Letters from Former Users',
    room: hall,
    track: people,
    speakers: [person('Mirela Pop')],
    abstract: 'We asked three hundred people why they left. Most of them were kind about it.',
  },
  {
    day: tuesday,
    start: '09:30',
    end: '10:10',
    title: 'The Shape of a Good Error',
    room: loft,
    track: tools,
    speakers: [person('Gwen Ashworth', 'Ledger & Sons')],
    abstract: 'What happened, what is safe, what to do. In that order, in one sentence each.',
  },
  {
    day: tuesday,
    start: '10:45',
    end: '11:25',
    title: 'Forty Years of One Spreadsheet',
    room: loft,
    track: keeping,
    speakers: [person('Antero Kallio')],
    abstract: 'A harbour office has kept its tides in the same file since 1986.',
  },
  {
    day: tuesday,
    start: '14:45',
    end: '15:25',
    title: 'Small Screens, Cold Hands',
    room: hall,
    track: tools,
    speakers: [person('Sólveig Jónsdóttir')],
    abstract: 'An app for people on fishing boats: four buttons, and none of them small.',
  },
  {
    day: tuesday,
    start: '14:00',
    end: '14:40',
    title: 'Names Are Hard, Families Are Harder',
    room: hall,
    track: people,
    isCancelled: true,
    speakers: [person('Thandiwe Mokoena')],
    abstract: 'What a family tree teaches about databases.',
  },
  {
    day: wednesday,
    start: '11:00',
    end: '11:40',
    title: 'Deleting as a Craft',
    room: hall,
    track: keeping,
    speakers: [person('Jonas Feld')],
    abstract: 'An archive is what you decided not to keep.',
  },
  {
    day: wednesday,
    start: '14:00',
    end: '14:40',
    title: 'Reading Other People’s Code Aloud',
    room: loft,
    track: people,
    speakers: [person('Clémence Roux'), person('Ben Adeyemi')],
    abstract: 'A reading group of nine, two years in. What we hear that we did not see.',
  },
  {
    day: wednesday,
    start: '14:00',
    end: '15:30',
    title: 'Birds of a Feather: Plain Text',
    room: foyer,
    type: 'Meeting',
    track: keeping,
    speakers: [person('B. Adeyemi')],
    abstract: 'For everybody who has an opinion about line endings.',
  },
]

/** The programme of Tidewater, with the talks that there are entries about. */
export function lisbonProgramme(entries: readonly Entry[]): Programme {
  const talks = entries.flatMap((entry) => {
    const more = entry.kind === 'talk' ? abstracts[entry.title] : undefined
    return entry.kind === 'talk' && more !== undefined ? [sessionOfTalk('lisbon', entry, more)] : []
  })
  const about = {
    title: 'Tidewater 2026',
    url: 'https://tidewater.example/2026',
    timeZone: lisbonZone,
    rooms: [hall, loft, foyer],
    tracks: [keeping, tools, people],
  }
  return sampleProgramme('lisbon', about, talks, others)
}

/** The entries, connected to the programme. */
export const withProgramme = (entries: readonly Entry[]): Entry[] =>
  withSessions('lisbon', entries, new Set(Object.keys(abstracts)))

const starredAt = instantAt('2026-05-03', '09:40', lisbonZone)
const attendedAt = instantAt('2026-05-20', '22:10', lisbonZone)

const stars: readonly (readonly [title: string, star: Star])[] = [
  ['The Hundred-Year File', 'go'],
  ['Undo Is a Promise: Lessons from Fourteen Years of a Drawing Program', 'go'],
  ['Paper Backups', 'maybe'],
  ['Maps without a Mouse', 'go'],
  ['The Shape of a Good Error', 'later'],
  ['Who Maintains the Maintainers?', 'go'],
  ['Forty Years of One Spreadsheet', 'maybe'],
  ['In Praise of the Slow Build', 'go'],
  ['Small Screens, Cold Hands', 'maybe'],
  ['Against the Dashboard', 'go'],
  ['Deleting as a Craft', 'later'],
  ['Reading Other People’s Code Aloud', 'go'],
]

/** What became of sessions that there are no entries about. */
const attendances: readonly (readonly [title: string, attendance: Attendance])[] = [
  ['The Last Floppy Drive in Setúbal', 'left-early'],
  ['Forty Years of One Spreadsheet', 'watch-later'],
  ['Small Screens, Cold Hands', 'attended'],
  ['Deleting as a Craft', 'missed'],
]

/** What its owner planned and saw. Of one talk, nothing is told yet: the evening of that day asks what stays of it. */
export function lisbonPlan(entries: readonly Entry[]): Plan {
  const marks: Plan['marks'] = {}
  const mark = (id: string, changes: Partial<Plan['marks'][string]>) => {
    marks[id] = { ...noMark, ...marks[id], ...changes }
  }
  for (const [title, star] of stars) mark(sampleSessionId('lisbon', title), { star, starredAt })
  for (const { sessionId } of entries) {
    if (sessionId !== undefined) mark(sessionId, { attendance: 'attended', attendedAt })
  }
  for (const [title, attendance] of attendances) mark(sampleSessionId('lisbon', title), { attendance, attendedAt })
  const answered = { value: true, changedAt: attendedAt }
  return { ...emptyPlan, marks, evenings: { [monday]: answered, [wednesday]: answered } }
}
