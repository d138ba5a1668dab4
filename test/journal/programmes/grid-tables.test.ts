import { expect, it, test } from 'vitest'
import { resolveProgramme } from '../../../electron/journal/programmes/resolve-programme.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { readAny } from '../../support/read-programmes.ts'

const trip = { firstDay: '2026-04-14', today: '2026-11-28' }

/** Each session in one line: when, its title, its speakers, its room. */
function linesOf(text: string): string[] {
  const { format, read } = valueOf(readAny(text, '', trip))
  expect(format).toBe('grid')
  const origin = { format, address: '', fileName: '', importedAt: '2026-06-01T12:00:00Z' }
  return resolveProgramme(read, 'Europe/Zurich', origin).sessions.map(({ day, start, end, title, speakers, room }) =>
    [
      `${day?.slice(5)} ${start?.slice(11, 16) ?? '?'}–${end?.slice(11, 16) ?? '?'}`,
      title,
      speakers.map(({ name }) => name).join(' + '),
      room,
    ].join(' | '),
  )
}

const morning = [
  '04-14 09:00–09:45 | Opening | Zoé Martin | Hall, Library',
  '04-14 10:00–10:45 | Fast kernels | Ada Lovelace + Grace Hopper | Hall',
  '04-14 10:00–10:45 | Slow food |  | Library',
  '04-14 12:00–13:00 | Lunch |  | ',
]

test.each([
  [
    'CSV with the date in the corner',
    'Tuesday 14 April,Hall,Library\n9:00-9:45,Opening (Zoé Martin),Opening (Zoé Martin)\n10:00-10:45,"Fast kernels\nAda Lovelace, Grace Hopper",Slow food\n12:00-13:00,Lunch,\n',
  ],
  [
    'cells from a spreadsheet, with the end in a column of its own and the day above',
    '14 April 2026\nStart\tEnd\tHall\tLibrary\n09:00\t09:45\tOpening — Zoé Martin\tOpening — Zoé Martin\n10:00\t10:45\tFast kernels – Ada Lovelace & Grace Hopper\tSlow food\n12:00\t13:00\tLunch\t\n',
  ],
  [
    'a table in Markdown',
    '# Tue 14 Apr\n\n| Time | Hall | Library |\n|---|---|---|\n| 9:00 – 9:45 | **Opening** by Zoé Martin | **Opening** by Zoé Martin |\n| 10:00 – 10:45 | Fast kernels<br>Ada Lovelace, Grace Hopper | Slow food |\n| 12:00 – 13:00 | Lunch | - |\n',
  ],
  [
    'a column for the day, and semicolons',
    'Datum;Uhrzeit;Hall;Library\n14.04.2026;9.00 - 9.45 Uhr;Opening (Zoé Martin);Opening (Zoé Martin)\n;10.00 - 10.45 Uhr;Fast kernels (Ada Lovelace, Grace Hopper);Slow food\n;12.00 - 13.00 Uhr;Lunch;\n',
  ],
  [
    'speakers in a row of their own',
    'Day 1,,\n,Hall,Library\n9:00-9:45,Opening,Opening\n,Zoé Martin,Zoé Martin\n10:00-10:45,Fast kernels,Slow food\n,"Ada Lovelace, Grace Hopper",\n12:00-13:00,Lunch,\n',
  ],
  [
    'date and time in one cell',
    'When,Hall,Library\n2026-04-14 09:00 - 09:45,Opening (Zoé Martin),Opening (Zoé Martin)\n2026-04-14 10:00 - 10:45,"Fast kernels (Ada Lovelace, Grace Hopper)",Slow food\n2026-04-14 12:00 - 13:00,Lunch,\n',
  ],
  [
    'the day between headings and times, speakers above titles, links and emphasis',
    'Start,End,Hall,Library\nTue 14 April,,,\n9:00,9:45,*Opening* (Zoé Martin),*Opening* (Zoé Martin)\n10:00,10:45,"Ada Lovelace, Grace Hopper<br>[Fast kernels](https://example.org/kernels)",Slow food\n12:00,13:00,Lunch,\n',
  ],
  [
    'the numbers of a spreadsheet',
    'Time\tEnd\tHall\tLibrary\n0.375\t0.40625\tOpening, by Zoé Martin\tOpening, by Zoé Martin\n0.4166666667\t0.4479166667\tFast kernels — Ada Lovelace, Grace Hopper\tSlow food\n0.5\t0.5416666667\tLunch\t\n',
  ],
  [
    'rooms down the side and times along the top',
    'Tuesday 14 April,9:00-9:45,10:00-10:45,12:00-13:00\nHall,Opening (Zoé Martin),"Fast kernels (Ada Lovelace, Grace Hopper)",Lunch\nLibrary,Opening (Zoé Martin),Slow food,\n',
  ],
])('a grid of times and rooms is read: %s', (_, text) => {
  expect(linesOf(text)).toEqual(morning)
})

it('days along the top are read as days, and hours after noon may begin from 1', () => {
  const text =
    'Time,Tue 14 Apr,Wed 15 Apr\n9:00,Registration,Deep dive\n11:30,Lightning talks,Lightning talks\n1:30,Sprint,Closing\n'
  expect(linesOf(text)).toEqual([
    '04-14 09:00–? | Registration |  | ',
    '04-14 11:30–? | Lightning talks |  | ',
    '04-14 13:30–? | Sprint |  | ',
    '04-15 09:00–? | Deep dive |  | ',
    '04-15 11:30–? | Lightning talks |  | ',
    '04-15 13:30–? | Closing |  | ',
  ])
})

it('days above rooms, and a grid for each day, are read', () => {
  const above = ',14 April,,15 April,\nTime,A,B,A,B\n9:00,One,Two,Three,Four\n10:00,Five,,,Six\n'
  const below = 'Day 1\nTime,A,B\n9:00,One,Two\n10:00,Five,\n\nDay 2\nTime,A,B\n9:00,Three,Four\n10:00,,Six\n'
  for (const text of [above, below]) {
    expect(linesOf(text)).toEqual([
      '04-14 09:00–? | One |  | A',
      '04-14 09:00–? | Two |  | B',
      '04-14 10:00–? | Five |  | A',
      '04-15 09:00–? | Three |  | A',
      '04-15 09:00–? | Four |  | B',
      '04-15 10:00–? | Six |  | B',
    ])
  }
})

it('a session that reaches over several rows is one session, and a cell may have several with their own times', () => {
  const text =
    '14 April 2026,A,B\n9:00-9:30,Long workshop,"9:00 One (Ada Lovelace)\n9:15 Two (Grace Hopper)"\n9:30-10:00,Long workshop,TBA\n10:00-10:30,Short,TBA\n23:30-0:15,Party,\n0:30-1:00,Late show,\n'
  expect(linesOf(text)).toEqual([
    '04-14 09:00–10:00 | Long workshop |  | A',
    '04-14 09:00–? | One | Ada Lovelace | B',
    '04-14 09:15–? | Two | Grace Hopper | B',
    '04-14 09:30–10:00 | TBA |  | B',
    '04-14 10:00–10:30 | Short |  | A',
    '04-14 10:00–10:30 | TBA |  | B',
    '04-14 23:30–00:15 | Party |  | A',
    '04-14 00:30–01:00 | Late show |  | A',
  ])
})

it('rooms may be numbers, and times four digits', () => {
  expect(linesOf('14 April 2026,1,102\n0900-0945,Alpha one,Beta two\n1000-1045,Gamma three,\n')).toEqual([
    '04-14 09:00–09:45 | Alpha one |  | 1',
    '04-14 09:00–09:45 | Beta two |  | 102',
    '04-14 10:00–10:45 | Gamma three |  | 1',
  ])
})

it('a date in the cell of a time is the day of the rows down to the next', () => {
  const text =
    ',Hall,Library\n14.04. 09:00,Alpha one,Beta two\n10:00,Gamma three,\n15.04. 09:00,Delta four,Epsilon five\n'
  expect(linesOf(text)).toEqual([
    '04-14 09:00–? | Alpha one |  | Hall',
    '04-14 09:00–? | Beta two |  | Library',
    '04-14 10:00–? | Gamma three |  | Hall',
    '04-15 09:00–? | Delta four |  | Hall',
    '04-15 09:00–? | Epsilon five |  | Library',
  ])
})

test.each([
  ['measurements', 'time,temperature,humidity\n09:00,12.5,80\n10:00,13.1,79\n'],
  ['a list of addresses', 'Name,Street,Town\nAda,Main Street 1,London\nGrace,Side Street 2,Arlington\n'],
  ['speakers without titles', 'Time,Speaker,Email\n09:00,Ada,ada@example.org\n10:00,Grace,grace@example.org\n'],
])('a table that is no programme is refused: %s', (_, text) => {
  expect(codeOf(readAny(text))).toBe('programme.unknown-format')
})
