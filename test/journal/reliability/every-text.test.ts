import { describe, expect, test } from 'vitest'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { tripJsonSchema } from '../../../electron/journal/trip-file/trip-json-schema.ts'
import { type Entry, type Report, type Trip, tripSchema } from '../../../electron/shared/trip.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { someLibrary, tripWith, valueOf } from '../../support/library.ts'
import { photoOf } from '../../support/photos.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { onePixel } from '../../support/trips.ts'

/* The schema itself says which fields are texts, so that new fields are tested automatically. */

const LONGEST_LINE = 10_000

const odd = {
  emoji: '👩🏽‍🚀🏳️‍🌈 #️⃣ 🫥',
  'right to left, with marks that turn it about': '\u202Eשלום\u202C مرحبا \u200F\u2067x\u2069',
  'NUL and other controls': 'a\0b\x01\x08\x1B[31m\x7F\u0085\u2028\u2029',
  'combining marks': `Z${'\u0301'.repeat(300)}algo`,
  'letters in both of their forms': 'é e\u0301 Å \u212B ﬁ',
  'lone surrogates': 'a\uD800b\uDC00 \uDFFF\uD83D',
  'byte order marks and other unseen signs': '\uFEFFa\u200B\u00AD\u2060\uFFFE\uFFFF',
  'what JSON and JavaScript mean something by': '\\"\\u0000 \\n ${x} __proto__ constructor {"a":1} </script>',
  'Windows line breaks': 'a\r\nb\rc\n\n',
  'a checksum': '"checksum": "crc32:00000000",',
  'the longest line that there may be': '–'.repeat(LONGEST_LINE),
}

describe('every text of a trip after a restart', () => {
  test.for(Object.entries(odd))('every text is unchanged after a restart: %s', async ([, text]) => {
    const trip = withTexts(wholeTrip(), (path) => (path === 'title' ? `${text}.`.slice(-LONGEST_LINE) : text))
    expect(await throughTheDisk(trip)).toEqual(trip)
  })

  test('every field that may be so long can hold 10 MB', async () => {
    const long = 'Wört – 日本 👩🏽‍🚀 "q" \n'.repeat(500_000).slice(0, 10 * 1024 * 1024)
    const whole = wholeTrip()
    const texts = longTexts(whole)
    expect(texts).toHaveLength(7)
    for (const field of texts) {
      const trip = withTexts(whole, (path, old) => (path === field ? long : old))
      const read = await throughTheDisk(trip)
      // Without printing 10 MB in case of a difference.
      expect(textAt(read, field) === long).toBe(true)
      expect(withTexts(read, (path, old) => (path === field ? '' : old))).toEqual(
        withTexts(trip, (path, old) => (path === field ? '' : old)),
      )
    }
  })

  test('no field is left out', () => {
    const tried = new Set(Array.from(textsOf(wholeTrip()), (path) => path.replaceAll(/\[[^\]]*\]/g, '[]')))
    expect([...tried].toSorted(compare)).toEqual(freeTexts().toSorted(compare))
  })
})

test('every text of the settings and of a picture’s name is unchanged after a restart', async () => {
  const documents = await temporaryFolder()
  const first = await someEngine({ documents })
  for (const text of Object.values(odd).map((value) => value.slice(0, 1000))) {
    const { trip } = valueOf(await ask(first, 'trips.create', { ...details(), title: 'Pictures' }))
    const added = await ask(first, 'photos.add', { tripId: trip.id, name: text, data: new Uint8Array(onePixel) })
    const name = text.split(/[/\\]/).at(-1)
    expect(valueOf(added).photo.originalName).toBe(name)
    valueOf(await ask(first, 'settings.save', { authorName: text }))
    const again = await someEngine({ documents })
    expect(valueOf(await ask(again, 'app.start', {})).settings.authorName).toBe(text)
    const photo = valueOf(await ask(again, 'trips.open', { tripId: trip.id })).photos[0]
    expect(photo).toEqual(valueOf(added).photo)
    expect(valueOf(await again.context.library.readPhoto(trip.id, photo?.id ?? '')).data).toEqual(onePixel)
  }
})

async function throughTheDisk(trip: Trip): Promise<Trip> {
  const library = await someLibrary()
  valueOf(await library.create(trip, new Map(trip.photos.map(({ id }) => [id, onePixel]))))
  await library.close()
  return valueOf(await (await someLibrary({ folder: library.folder })).open(trip.id))
}

function details() {
  const { title, venue, city, country, firstDay, lastDay, timeZone, language, authors, tags } = tripWith([])
  return { title, venue, city, country, firstDay, lastDay, timeZone, language, authors, tags }
}

/** A trip in which every possible field has a value. */
function wholeTrip(): Trip {
  const [talk, note, encounter] = (['talk', 'note', 'encounter'] as const).map((kind): Entry => {
    const entry = newEntry(kind, '2026-04-14', null)
    const tagged = { ...entry, tags: ['tag'] }
    const speakers = [{ name: 'a', role: 'b', affiliation: 'c' }]
    const links = [{ label: 'd', url: 'e' }]
    if (tagged.kind === 'talk') return { ...tagged, speakers, links }
    // It was of both other kinds before.
    const kept = { shortTitle: 'f', speakers, room: 'g', links, role: 'h', context: 'i' }
    return tagged.kind === 'note' ? { ...tagged, kept } : tagged
  })
  if (talk === undefined || note === undefined || encounter === undefined) throw new Error('There are three kinds.')
  const trip = tripWith([talk, note, encounter])
  const deletedAt = trip.createdAt
  const again = (entry: Entry) => ({ entry: { ...entry, id: crypto.randomUUID() }, deletedAt, next: null })
  const report: Report = {
    ...trip.report,
    name: 'x',
    description: 'x',
    categories: ['x'],
    dayHeadings: { style: 'date', own: { '2026-04-14': 'x' } },
    sections: [{ id: crypto.randomUUID(), heading: 'x', text: 'x', entryIds: [talk.id] }],
    entries: { [talk.id]: { include: true, heading: 'x', excerpt: 'x', talk: null } },
  }
  return {
    ...trip,
    deleted: [talk, note, encounter].map(again),
    photos: [photoOf({ publicName: 'x.png' })],
    report,
    reports: [{ ...report, id: crypto.randomUUID() }],
  }
}

/** A copy of a trip with another text in each field that accepts any text. */
function withTexts(trip: Trip, textFor: (path: string, old: string) => string): Trip {
  return tripSchema.parse(replaceTexts(trip, '', textFor))
}

function replaceTexts(value: unknown, path: string, textFor: (path: string, old: string) => string): unknown {
  if (typeof value === 'string') return isFree(path) ? textFor(path, value) : value
  if (Array.isArray(value)) return value.map((item, index) => replaceTexts(item, `${path}[${index}]`, textFor))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaceTexts(item, join(path, key), textFor)]),
  )
}

function textsOf(trip: Trip): string[] {
  const paths: string[] = []
  replaceTexts(trip, '', (path, old) => {
    paths.push(path)
    return old
  })
  return paths
}

function textAt(trip: Trip, wanted: string): string | null {
  let found: string | null = null
  replaceTexts(trip, '', (path, old) => {
    if (path === wanted) found = old
    return old
  })
  return found
}

/** The fields of up to 16 MB, for the first item of each list. */
function longTexts(trip: Trip): string[] {
  return textsOf(trip).filter((path) => {
    const isLong = schemaTexts().get(path.replaceAll(/\[[^\]]*\]/g, '[]'))
    // Deleted entries and other reports have the same fields.
    return isLong === true && !/^(?:deleted|reports)\b/.test(path)
  })
}

function isFree(path: string): boolean {
  return schemaTexts().has(path.replaceAll(/\[[^\]]*\]/g, '[]'))
}

function freeTexts(): string[] {
  return [...schemaTexts().keys()]
}

function join(path: string, key: string): string {
  // The keys of records are days and ids, of which there can be any number.
  if (/^report(?:s\[\d+\])?\.(?:entries|dayHeadings\.own)$/.test(path)) return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

interface JsonSchema {
  type?: string
  $ref?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  maxLength?: number
  properties?: Record<string, JsonSchema>
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  $defs?: Record<string, JsonSchema>
}

/** Texts with checks that a JSON schema cannot express. */
const checkedInCode: ReadonlySet<string> = new Set(['timeZone', 'report.slug', 'reports[].slug'])

let known: Map<string, boolean> | undefined

/** The paths of fields that accept any text -> whether it may be longer than a line. */
function schemaTexts(): Map<string, boolean> {
  if (known !== undefined) return known
  const whole = JSON.parse(tripJsonSchema()) as JsonSchema
  const found = new Map<string, boolean>()
  const visit = (schema: JsonSchema, path: string): void => {
    const { $ref } = schema
    if ($ref !== undefined) return visit(whole.$defs?.[$ref.split('/').at(-1) ?? ''] ?? {}, path)
    for (const option of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) visit(option, path)
    for (const [key, item] of Object.entries(schema.properties ?? {})) visit(item, path === '' ? key : `${path}.${key}`)
    if (schema.items !== undefined) visit(schema.items, `${path}[]`)
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${path}[]`)
    const isBound = [schema.format, schema.pattern, schema.enum, schema.const].some((bound) => bound !== undefined)
    if (schema.type !== 'string' || isBound || checkedInCode.has(path)) return
    found.set(path, (schema.maxLength ?? Infinity) > LONGEST_LINE)
  }
  visit(whole, '')
  known = found
  return found
}
