import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dispatch } from '../../../electron/journal/service/dispatch.ts'
import { channels, type Handlers } from '../../../electron/shared/contract/index.ts'
import { failureSchema } from '../../../electron/shared/messages/message-schema.ts'
import { someEngine } from '../../support/engine.ts'
import { codeOf, messageOf, valueOf } from '../../support/library.ts'
import { someTrip } from '../../support/trips.ts'

describe('the dispatcher between shells and engine', () => {
  test.for(['trips.steal', '', '__proto__', 'constructor', 'toString'])('refuses the channel %j', async (channel) => {
    const { handlers } = await someEngine()
    expect(codeOf(await dispatch(handlers, channel, {}))).toBe('input.unknown-channel')
  })

  test('the dispatcher has a handler for every channel of the contract', async () => {
    const { handlers } = await someEngine()
    expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(channels).toSorted())
  })

  const refused: [string, unknown, RegExp][] = [
    ['trips.create', someTrip({ title: '  ' }), /^The trip needs a title\.$/],
    ['trips.create', someTrip({ lastDay: '2026-04-13' }), /^The last day \(2026-04-13\) is before the first/],
    ['trips.create', someTrip({ firstDay: '14 April' }), /^The first day is not a date such as 2026-04-14\.$/],
    ['trips.create', someTrip({ firstDay: '2026-02-30' }), /^The first day is not a date/],
    [
      'trips.create',
      someTrip({ timeZone: 'Europe/Atlantis' }),
      /^The time zone is not one that this computer knows\.$/,
    ],
    ['trips.create', someTrip({ timeZone: '+02:00' }), /^The time zone is not one that this computer knows\.$/],
    [
      'trips.create',
      someTrip({ language: 'English please' }),
      /^The language is not a language code such as en or pt-BR\.$/,
    ],
    ['trips.create', someTrip({ venue: 'x'.repeat(10_001) }), /^The venue is too long\.$/],
    ['trips.create', { ...someTrip(), mood: 'good' }, /has parts that Lanyard does not know: “mood”\.$/],
    ['trips.create', { title: 'Lonely' }, /^“venue” is missing, or is not what it should be\.$/],
    ['trips.create', null, /^What was entered cannot be used\.$/],
    ['trips.open', { tripId: '../../etc' }, /^“tripId” cannot be used\.$/],
    [
      'entries.add',
      { tripId: crypto.randomUUID(), kind: 'poem', day: '2026-04-14', start: null },
      /^“kind” must be one of: talk, note and encounter\.$/,
    ],
    ['photos.add', { tripId: crypto.randomUUID(), name: 'a', data: 'text' }, /^“data” cannot be used\.$/],
  ]

  test.for(refused)(
    'the dispatcher refuses invalid input for %s with a sentence',
    async ([channel, input, sentence]) => {
      const { handlers } = await someEngine()
      const answer = await dispatch(handlers, channel, input)
      expect(codeOf(answer)).toMatch(/^input\./)
      expect(messageOf(answer)).toMatch(sentence)
    },
  )

  const sparse: unknown[] = []
  sparse.length = 4_000_000_000
  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  const endless: [string, unknown][] = [
    ['bytes in place of an object', new Uint8Array(2_000_000)],
    ['bytes in place of a list', { tripId: crypto.randomUUID(), changes: { tags: new Uint8Array(2_000_000) } }],
    ['a list that is long and empty', { tripId: crypto.randomUUID(), changes: { tags: sparse } }],
    ['an object with very many keys', Object.fromEntries(Array.from({ length: 400_001 }, (_, key) => [key, key]))],
    ['an object that contains itself', cyclic],
    ['a text that is an object', Object('x'.repeat(2_000_000))],
    ['a map', new Map([['tripId', crypto.randomUUID()]])],
  ]

  test.for(endless)('the dispatcher refuses %s without taking it apart', async ([, input]) => {
    const { handlers } = await someEngine()
    const answer = await dispatch(handlers, 'trips.save', input)
    expect(answer).toEqual({ ok: false, error: { code: 'input.invalid', params: {} } })
  })

  test('the dispatcher turns a bug of the engine into a failure, and logs it', async () => {
    const { handlers } = await someEngine()
    const fault = new TypeError('undefined is not a function')
    const broken: Handlers = { ...handlers, 'library.list': () => Promise.reject(fault) }
    const log: unknown[] = []
    const answer = await dispatch(broken, 'library.list', {}, (error, channel) => log.push([error, channel]))
    expect(codeOf(answer)).toBe('internal')
    expect(messageOf(answer)).toMatch(/What was saved before is untouched/)
    expect(log).toEqual([[fault, 'library.list']])
  })

  test('the dispatcher answers any input with a sentence and never throws', async () => {
    const { handlers } = await someEngine()
    valueOf(await dispatch(handlers, 'trips.create', someTrip()))
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      maxDepth: 3,
    })
    const harmless = Object.keys(channels).filter((channel) => channel !== 'trips.addSample')
    const faults: unknown[] = []
    const isAnswered = fc.asyncProperty(fc.constantFrom(...harmless), anything, async (channel, input) => {
      const answer = await dispatch(handlers, channel, input, (error) => faults.push(error))
      expect(answer.ok || failureSchema.safeParse(answer.error).success).toBe(true)
    })
    await fc.assert(isAnswered, { numRuns: 2000 })
    expect(faults).toEqual([])
  })
})
