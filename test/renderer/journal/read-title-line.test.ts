import { expect, test } from 'vitest'
import { readTitleLine } from '../../../renderer/journal/read-title-line.ts'

const nothing = { speakers: [], room: '', start: null, end: null }

test.for([
  [
    'State of ML / Oleh Kostromin, Jane Doe @Europium 10:45',
    { title: 'State of ML', speakers: ['Oleh Kostromin', 'Jane Doe'], room: 'Europium', start: '10:45', end: null },
  ],
  ['Heat / Ludwig van Beethoven', { ...nothing, title: 'Heat', speakers: ['Ludwig van Beethoven'] }],
  ['Heat / Ada & Grace', { ...nothing, title: 'Heat', speakers: ['Ada', 'Grace'] }],
  ['Heat @Helium 2', { ...nothing, title: 'Heat', room: 'Helium 2' }],
  ['Heat @ Room B.01 9.30–10.00', { ...nothing, title: 'Heat', room: 'Room B.01', start: '09:30', end: '10:00' }],
  ['TCP/IP in depth / 山田 @Europium', { ...nothing, title: 'TCP/IP in depth', speakers: ['山田'], room: 'Europium' }],
] as const)('the title line “%s” is understood', ([line, expected]) => {
  expect(readTitleLine(line)).toEqual(expected)
})

test.for([
  'State of ML',
  'TCP/IP in depth',
  'Python / or rather the good parts',
  'Lunch at 12:30',
  'a@b.example',
  '@Europium',
  '',
])('the title “%s” is nothing but a title', (line) => {
  expect(readTitleLine(line)).toBeNull()
})

test('a very long title line is read at once', () => {
  const line = `${'a / '.repeat(200_000)} @`
  expect(readTitleLine(line)).toBeNull()
})
