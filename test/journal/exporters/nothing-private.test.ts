import { homedir, hostname, userInfo } from 'node:os'
import { describe, expect, test } from 'vitest'
import { runExport } from '../../../electron/journal/exporters/run-export.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import type { Entry, Trip } from '../../../electron/shared/trip.ts'
import { photo, type Started, startExport } from '../../support/export-orders.ts'
import { everyWay, readExported, usesDefaults } from '../../support/exports.ts'
import { someNote, valueOf } from '../../support/library.ts'
import { photoOf } from '../../support/photos.ts'

/* Words that stand in one place of a journal each. Those of the first list must be in an export, the others must not. */

const PUBLIC = 'Pflaumenmus'

const secrets = {
  'the text of a private entry': 'Quittengelee',
  'the title of a private entry': 'Zwiebelkuchen',
  'a tag of a private entry': 'Mirabelle',
  'a private talk’s speaker': 'Holunder',
  'a private person’s name': 'Hagebutte',
  'where a private person was met': 'Rhabarber',
  'a deleted entry': 'Schlehe',
  'an entry that is left out of the report': 'Sanddorn',
  'the text that an excerpt replaces': 'Preiselbeere',
  'what an entry was before it became a note': 'Brombeere',
  'a section of the other arrangement': 'Johannisbeere',
  'the original name of a picture': 'Stachelbeere',
  'the caption of a picture that is not in the report': 'Heidelbeere',
} as const

const mark = (place: keyof typeof secrets) => secrets[place]
const note = (changes: Parameters<typeof someNote>[0]): Entry => someNote({ id: crypto.randomUUID(), ...changes })

/** A trip with a secret in each place. */
function withSecrets({ trip }: Started, hides: boolean): Trip {
  const talk = newEntry('talk', '2026-04-15', null)
  const person = newEntry('encounter', '2026-04-15', null)
  const excerpted = note({ title: 'Excerpt', text: `All of it: ${mark('the text that an excerpt replaces')}.` })
  const excluded = note({ title: 'Excluded', text: mark('an entry that is left out of the report') })
  const deleted = note({ text: mark('a deleted entry') })
  const before = { shortTitle: mark('what an entry was before it became a note'), speakers: [], room: '', links: [] }
  const told = { include: true, heading: null, excerpt: 'Some of it.', talk: null }
  return {
    ...trip,
    entries: [
      ...trip.entries,
      note({ text: PUBLIC, kept: { ...before, role: '', context: '' } }),
      note({
        title: mark('the title of a private entry'),
        text: mark('the text of a private entry'),
        tags: [mark('a tag of a private entry')],
        private: hides,
      }),
      {
        ...talk,
        ...(talk.kind === 'talk' && { title: 'A talk', speakers: [speaker(mark('a private talk’s speaker'))] }),
        private: hides,
      },
      {
        ...person,
        ...(person.kind === 'encounter' && {
          who: mark('a private person’s name'),
          context: mark('where a private person was met'),
        }),
        private: hides,
      },
      excerpted,
      excluded,
    ],
    deleted: [{ entry: deleted, deletedAt: trip.createdAt, next: null }],
    photos: [
      { ...photo, originalName: `${mark('the original name of a picture')}.png` },
      photoOf({ id: crypto.randomUUID(), caption: mark('the caption of a picture that is not in the report') }),
    ],
    report: {
      ...trip.report,
      arrangement: 'day',
      sections: [
        {
          id: crypto.randomUUID(),
          heading: mark('a section of the other arrangement'),
          text: mark('a section of the other arrangement'),
          entryIds: [],
        },
      ],
      entries: {
        [excerpted.id]: told,
        [excluded.id]: { ...told, include: false, excerpt: null },
      },
    },
  }
}

const speaker = (name: string) => ({ name, role: '', affiliation: '' })

/** Whether a word is somewhere in bytes, in one of the encodings that programs use. */
function holds(parts: readonly Buffer[], word: string): boolean {
  return parts.some((part) => part.includes(word) || part.includes(word, 0, 'utf16le'))
}

describe.each(everyWay.filter(usesDefaults))('an export to $name', ({ exporter, options }) => {
  test('nothing private leaves with the export, in no container and no encoding', async () => {
    const started = await startExport()
    const order = { ...started.order, target: exporter.id, options, replace: true }
    const parts = await readExported(valueOf(await runExport({ ...order, trip: withSecrets(started, true) })))
    expect(holds(parts, PUBLIC)).toBe(true)
    expect(Object.entries(secrets).filter(([, word]) => holds(parts, word))).toEqual([])
    const computer = [homedir(), userInfo().username, hostname(), started.library.folder, started.folder]
    expect(computer.filter((word) => word.length > 5 && holds(parts, word))).toEqual([])

    // The search would have found it: here everything that was private is let through.
    const all = await readExported(valueOf(await runExport({ ...order, trip: withSecrets(started, false) })))
    const found = Object.entries(secrets).flatMap(([place, word]) => (holds(all, word) ? [place] : []))
    expect(found).toEqual(expect.arrayContaining(['the text of a private entry', 'the title of a private entry']))
  })
})
