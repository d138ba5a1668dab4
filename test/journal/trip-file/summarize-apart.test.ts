import { expect, test } from 'vitest'
import { createSummarizer } from '../../../electron/journal/trip-file/summarize-apart.ts'
import { summarizeRead } from '../../../electron/journal/trip-file/summarize-trip.ts'
import { encodeTrip, readTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { ok } from '../../../electron/shared/result.ts'
import { someNote, tripWith } from '../../support/library.ts'

const summarizeHere = (bytes: Uint8Array, name: string) => {
  const read = readTrip(bytes, name)
  return read.ok ? ok(summarizeRead(read.value)) : read
}

test('many files are summarised in threads as they are here: whole, damaged and newer ones', async () => {
  const text = 'Words, “said”, and *more* [of them](https://example.org). '.repeat(2_000)
  const files = Array.from({ length: 90 }, (_, index) => {
    const bytes = Buffer.from(encodeTrip(tripWith([someNote({ title: `Note ${index}`, text: `${index} ${text}` })])))
    if (index % 10 === 3) bytes.write('W0rds', bytes.lastIndexOf('Words'))
    if (index % 10 === 5)
      return { name: `${index}`, bytes: Buffer.from(bytes.toString().replace(/"checksum".*\n/, '')) }
    if (index % 10 === 7) return { name: `${index}`, bytes: Buffer.from('{ "schemaVersion": 99 }') }
    return { name: `${index}`, bytes }
  })
  const summarize = createSummarizer()
  const summaries = await Promise.all(files.map(({ bytes, name }) => summarize(bytes, name)))
  expect(summaries).toEqual(files.map(({ bytes, name }) => summarizeHere(bytes, name)))
})
