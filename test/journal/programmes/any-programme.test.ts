import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { detailsOf } from '../../../electron/journal/programmes/details-of.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { byHand, oneSession, programmeFrom, readAny, remarksOf } from '../../support/read-programmes.ts'

describe('what is no programme', () => {
  it.each([
    ['an unknown kind of JSON', { hello: 'world' }, 'programme.unknown-format'],
    ['a list of numbers', [1, 2, 3], 'programme.unknown-format'],
    ['prose', 'We went to Snakefest.', 'programme.unknown-format'],
    ['nothing', '  \n', 'programme.empty'],
    ['JSON that is cut off', '{"schedule": {"conference": {"days": [', 'programme.json-damaged'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff]),
      'programme.not-text',
    ],
    ['a schedule without sessions', { schedule: { conference: { days: [] } } }, 'programme.no-sessions'],
    ['far too much', 'x'.repeat(20 * 1024 * 1024 + 1), 'programme.too-large'],
  ])('%s is refused', (_, content, code) => {
    expect(codeOf(readAny(content))).toBe(code)
  })

  it('the refusal of an unknown format names what was expected', () => {
    const refused = readAny({ hello: 'world' })
    expect(refused.ok ? '' : render(refused.error)).toMatch(/schedule\.json.*schedule\.xml.*\.ics.*Sessionize.*CSV/)
  })

  it('JSON that is nested very deeply neither crashes nor hangs', () => {
    const depth = 500_000
    expect(codeOf(readAny(`${'['.repeat(depth)}${']'.repeat(depth)}`))).toBe('programme.unknown-format')
    expect(codeOf(readAny(`${'{"schedule":'.repeat(depth)}1${'}'.repeat(depth)}`))).toBe('programme.unknown-format')
  })

  it('JSON that is nested as no programme is, is not parsed at all', () => {
    const lists = `${'['.repeat(200)}${']'.repeat(200)}`
    const text = JSON.stringify(byHand({ id: 1, title: 'Talk' }))
    expect(readAny(text).ok).toBe(true)
    expect(codeOf(readAny(text.replace(/\}$/, `,"more":${lists}}`)))).toBe('programme.unknown-format')
  })

  it('UTF-16 and a byte order mark are understood, and another encoding is remarked on', () => {
    const content = JSON.stringify(byHand({ id: 1, title: 'Café' }))
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${content}`, 'utf16le'))
    expect(oneSession(utf16).title).toBe('Café')
    expect(oneSession(`\uFEFF${content}`).title).toBe('Café')
    const latin = new Uint8Array(Buffer.from(content, 'latin1'))
    expect(oneSession(latin).title).toBe('Café')
    expect(remarksOf(latin)).toContain('The text is not in UTF-8. Accented letters may be wrong.')
  })
})

describe('any schedule', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  const event = fc.record(
    {
      id: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom('a', 'b', '')),
      title: fc.constantFrom('Lunch', 'Keynote', 'Workshop', ''),
      room: fc.constantFrom('Hall', 'Library', ''),
      start: clock,
      duration: fc.constantFrom('1:00', '00:30:00', 45, null),
      persons: fc.array(fc.constantFrom('Ada', 'Grace'), { maxLength: 2 }),
    },
    { requiredKeys: ['start'] },
  )
  const schedule = fc.array(fc.array(event, { maxLength: 12 }), { minLength: 1, maxLength: 4 })

  test('has each of its sessions exactly once, in order, with an id of its own', () => {
    fc.assert(
      fc.property(schedule, (days) => {
        // Everything is unique by its abstract, so that nothing can be taken for a copy.
        const listed = days.map((events, day) => events.map((one, index) => ({ ...one, abstract: `${day}-${index}` })))
        fc.pre(listed.flat().length > 0)
        const { sessions } = programmeFrom({
          schedule: {
            conference: { days: listed.map((events, day) => ({ date: `2026-06-1${day}`, rooms: { Hall: events } })) },
          },
        })
        expect(sessions.map(({ abstract }) => abstract).toSorted()).toEqual(
          listed
            .flat()
            .map(({ abstract }) => abstract)
            .toSorted(),
        )
        expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length)
        expect(new Set(sessions.map(({ source }) => source)).size).toBe(sessions.length)
        for (const { day, abstract } of sessions) expect(day).toBe(`2026-06-1${abstract[0]}`)
        const starts = sessions.map(({ start }) => Date.parse(start ?? ''))
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      }),
      { numRuns: 100 },
    )
  })
})

const talk = (start: string) => ({ id: start, title: start, date: start })

describe('the days and zone of a conference', () => {
  it('without days in the file, the first and last session decide, small hours included', () => {
    const content = {
      schedule: {
        conference: {
          days: [{ rooms: { Hall: [talk('2026-06-12T20:00:00+02:00'), talk('2026-06-13T02:00:00+02:00')] } }],
        },
      },
    }
    expect(programmeFrom(content).sessions.map(({ day }) => day)).toEqual(['2026-06-12', '2026-06-12'])
    expect(detailsOf(valueOf(readAny(content)).read, 'Asia/Tokyo')).toMatchObject({
      details: { firstDay: '2026-06-12', lastDay: '2026-06-12', timeZone: null },
      guessedTimeZone: 'Europe/Berlin',
    })
  })

  it('an early session without an evening before it is on its own day', () => {
    const content = {
      schedule: {
        conference: {
          days: [{ rooms: { Hall: [talk('2026-06-12T05:30:00+02:00'), talk('2026-06-12T10:00:00+02:00')] } }],
        },
      },
    }
    expect(programmeFrom(content).sessions.map(({ day }) => day)).toEqual(['2026-06-12', '2026-06-12'])
  })

  it('the guess is this computer’s zone if it has the offsets of the times', () => {
    const { read } = valueOf(readAny(byHand(talk('2026-06-12T10:00:00+02:00'))))
    expect(detailsOf(read, 'Europe/Madrid').guessedTimeZone).toBe('Europe/Madrid')
  })

  it('the guess is the zone of the city if the file names it', () => {
    const { read } = valueOf(readAny(byHand(talk('2026-06-12T10:00:00Z'), {}, { city: 'Buenos Aires' })))
    expect(detailsOf(read, 'Europe/Madrid').guessedTimeZone).toMatch(/Buenos_Aires$/)
  })
})
