import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addEntry } from '../../../electron/journal/edits/add-entry.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { saveTrip } from '../../../electron/journal/edits/save-trip.ts'
import { ok } from '../../../electron/shared/result.ts'
import type { Talk } from '../../../electron/shared/trip.ts'
import { addTrip, someLibrary, someNote, valueOf } from '../../support/library.ts'

/** A talk in which every text is the same. */
function talkOf(text: string): Talk {
  const talk = newEntry('talk', '2026-04-14', null)
  if (talk.kind !== 'talk') throw new Error('Not a talk.')
  const speaker = { name: text, role: text, affiliation: text }
  return {
    ...talk,
    title: text,
    shortTitle: text,
    room: text,
    text,
    tags: [text],
    speakers: [speaker],
    links: [{ label: text, url: text }],
  }
}

const texts = {
  'emoji and what joins them': '👩🏽‍🚀🏳️‍🌈 #️⃣',
  'right to left, and its marks': '\u202Eשלום\u202C مرحبا \u200F',
  'NUL and other controls': 'a\0b\x01\x1F\x7F\u0085\u2028\u2029',
  'combining marks': `Z${'\u0301'.repeat(500)}algo`,
  'both forms of one letter': 'é e\u0301',
  'half a pair of surrogates': 'a\uD800b\uDC00',
  'a byte order mark': '\uFEFFhello',
  'quotes and backslashes': `\\"'\`\\u0000 \\n`,
  'Windows line breaks': 'a\r\nb\rc\n',
  markup: '<script>alert(1)</script> ]]> --> {{x}} ${y} __proto__',
  nothing: '',
  blanks: ' \t\u00A0 ',
}

describe('a text comes back as it was written', () => {
  test.for(Object.entries(texts))('a text is the same after a restart: %s', async ([, text]) => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const talk = talkOf(text)
    valueOf(await library.update(trip.id, (state) => addEntry(state, talk)))
    valueOf(await library.update(trip.id, (state) => saveTrip(state, { title: `${text}.`, venue: text, tags: [text] })))
    const report = { lead: text, closing: { heading: text, text } }
    const saved = valueOf(
      await library.update(trip.id, (state) => ok({ ...state, report: { ...state.report, ...report } })),
    )
    const read = valueOf(await (await someLibrary({ folder: library.folder })).open(trip.id))
    expect(read).toEqual(saved.trip)
    expect(read.entries[0]).toEqual(talk)
    expect(read).toMatchObject({ title: `${text}.`, venue: text, tags: [text], report })
  })

  test('a text of any characters is stored unchanged', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const written = fc.array(fc.string({ unit: 'binary', maxLength: 500 }), { minLength: 1, maxLength: 20 })
    const comesBack = fc.asyncProperty(written, async (all) => {
      const entries = all.map((text) => someNote({ text }))
      valueOf(await library.update(trip.id, (state) => ok({ ...state, entries })))
      const read = valueOf(await (await someLibrary({ folder: library.folder })).open(trip.id))
      expect(read.entries).toEqual(entries)
    })
    await fc.assert(comesBack, { numRuns: 30 })
  })

  test('a text of 10 MB, or of the maximum size, is stored unchanged', async () => {
    const library = await someLibrary()
    const trip = await addTrip(library)
    const long = [
      someNote({ text: 'Wört "q" \n'.repeat(1024 * 1024) }),
      someNote({ text: '–'.repeat(16 * 1024 * 1024) }),
    ]
    valueOf(await library.update(trip.id, (state) => ok({ ...state, entries: long })))
    const read = valueOf(await (await someLibrary({ folder: library.folder })).open(trip.id))
    expect(read.entries.map(({ text }) => text.length)).toEqual(long.map(({ text }) => text.length))
    expect(read.entries.every(({ text }, index) => text === long[index]?.text)).toBe(true)
  })
})
