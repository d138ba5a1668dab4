import { expect, test } from 'vitest'
import { programmeFrom } from '../../support/read-programmes.ts'

/** Each session in one line: when, its title, its speakers, its room. */
function linesOf(text: string): string[] {
  return programmeFrom(text).sessions.map(({ day, start, end, title, speakers, room }) =>
    [
      `${day} ${start?.slice(11, 16) ?? '?'}–${end?.slice(11, 16) ?? '?'}`,
      title,
      speakers.map(({ name }) => name).join(' + '),
      room,
    ].join(' | '),
  )
}

const opening = '2026-04-14 09:30–10:15 | Opening | Zoé Martin | Hall'
const closing = '2026-04-15 14:00–? | Closing |  | Hall'

test.each([
  [
    'hours with an h, and names for several genders',
    'Date,Horaire,Salle,Titre,Intervenant·e·s\n14/04/2026,9h30-10h15,Hall,Opening,Zoé Martin\n15/04/2026,14h,Hall,Closing,\n',
  ],
  [
    'hours in German, and semicolons',
    'Datum;Beginn;Ende;Raum;Titel;Referent*in\n14.04.2026;9:30;10.15 Uhr;Hall;Opening;Zoé Martin\n15.04.2026;14 Uhr;;Hall;Closing;\n',
  ],
  [
    'ranges of time without spaces, and months by name',
    'Date,Time,Location,Session Title,Presenter(s)\n14-Apr-26,09:30-10:15,Hall,Opening,Zoé Martin\n15-Apr-26,2pm,Hall,Closing,\n',
  ],
  [
    'the numbers of a spreadsheet for days and times',
    'Date\tStart\tEnd\tRoom\tTitle\tSpeaker\n46126\t0.3958333333\t0.4270833333\tHall\tOpening\tZoé Martin\n46127.5833333\t\t\tHall\tClosing\t\n',
  ],
  [
    'a table for each day, below its name',
    'Tuesday, 14 April 2026\nTime\tTitle\tSpeaker\tRoom\n9:30 – 10:15\tOpening\tZoé Martin\tHall\nWednesday, 15 April 2026\nTime\tTitle\tSpeaker\tRoom\n14:00\tClosing\t\tHall\n',
  ],
  [
    'first and last names in columns of their own',
    'Event Name,Event Start Date & Time,Scheduled Duration,First Name,Last Name,Event Venue\nOpening,2026-04-14 09:30,45,Zoé,Martin,Hall\nClosing,2026-04-15 14:00,,,,Hall\n',
  ],
])('a table with %s is read', (_, text) => {
  expect(linesOf(text)).toEqual([opening, closing])
})

test.each([
  ['one row for each', 'Title,Date,Time,Speaker\nOpening,2026-04-14,9:30,Ada\nOpening,2026-04-14,9:30,Grace\n'],
  ['one column for each', 'Title,Date,Time,Speaker 1,Speaker 2\nOpening,2026-04-14,9:30,Ada,Grace\n'],
  ['one line of the cell for each', 'Title,Date,Time,Speaker names\nOpening,2026-04-14,9:30,"Ada\nGrace"\n'],
])('a table has all speakers of a session: %s', (_, text) => {
  expect(linesOf(text)).toEqual(['2026-04-14 09:30–? | Opening | Ada + Grace | '])
})

test.each([
  ['Polish', 'Data;Godzina;Nazwa;Prowadzący;Sala\n14.04.2026;9:30 - 10:15;Opening;Zoé Martin;Hall\n'],
  ['Russian', 'Дата;Время;Название;Докладчик;Зал\n14.04.2026;9:30 - 10:15;Opening;Zoé Martin;Hall\n'],
  ['Japanese', '日付,時間,タイトル,発表者,会場\n2026年4月14日,9:30-10:15,Opening,Zoé Martin,Hall\n'],
  ['links', 'Date,Time,Title,Speaker,Room\n2026-04-14,9:30-10:15,[Opening](https://example.org/a),*Zoé Martin*,Hall\n'],
])('a table with headings or cells in %s is read', (_, text) => {
  expect(linesOf(text)).toEqual([opening])
})

test.each([
  ['Duration', '45', '0:45', '45 min', "45'", '0.75 h', '45m', 'PT45M'],
  ['Time End', '10:15', '10.15 am', '2026-04-14 10:15', '04/14/2026 10:15 AM'],
])('the end of a row may be written in many ways, as its %s', (column, ...ends) => {
  for (const end of ends) {
    const text = `Title,Date,Time Start,Presenter Name,Room,${column}\nOpening,2026-04-14,9:30,Zoé Martin,Hall,${end}\n`
    expect([end, ...linesOf(text)]).toEqual([end, opening])
  }
})

test('a row may end on another day', () => {
  const text =
    'Subject,Start Date,Start Time,End Date,End Time,Location\nSprint,04/14/2026,10:00 AM,04/16/2026,1:00 PM,Hall\n'
  expect(programmeFrom(text).sessions[0]).toMatchObject({
    start: '2026-04-14T10:00:00+02:00',
    end: '2026-04-16T13:00:00+02:00',
  })
})

test.each([
  ['Lovelace, Ada; Hopper, Grace', 'Ada Lovelace + Grace Hopper'],
  ['"Lovelace, Ada (CERN)"', 'Ada Lovelace'],
  ['"Ada, Grace"', 'Ada + Grace'],
  ['Ada Lovelace; Grace Hopper', 'Ada Lovelace + Grace Hopper'],
])('the speakers %s have their first names first', (cell, names) => {
  const text = `Title\tDate\tTime\tSpeakers\nOpening\t2026-04-14\t9:30\t${cell}\n`
  expect(linesOf(text)).toEqual([`2026-04-14 09:30–? | Opening | ${names} | `])
})

test('rows that were pasted without their header are read by their times', () => {
  const text = 'Tuesday, 14 April 2026\n9:30 - 10:15\tOpening\tZoé Martin\tHall\n11:00\tTalk\tHall\n'
  expect(linesOf(text)).toEqual([opening, '2026-04-14 11:00–? | Talk |  | Hall'])
})

test('lines that begin with an hour alone are sessions, and the speaker may follow in French', () => {
  expect(linesOf('Mardi 14 avril 2026\n9h Accueil\n9h30 – 10h15 Ouverture, par Zoé Martin\n')).toEqual([
    '2026-04-14 09:00–? | Accueil |  | ',
    '2026-04-14 09:30–10:15 | Ouverture | Zoé Martin | ',
  ])
})
