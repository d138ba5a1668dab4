import { describe, expect, test } from 'vitest'
import { targetRemarks } from '../../../electron/shared/report/target-remarks.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { findTarget } from '../../support/exports.ts'
import { tripWith, valueOf } from '../../support/library.ts'

const describing = { ...tripWith([]).report, description: 'Three days in Darmstadt.' }

const remarksForDevto = (title: string) =>
  targetRemarks({ title: 'Trip', report: { ...describing, title } }, findTarget('devto'))

describe('what a target could not take of a report', () => {
  test('a title of exactly as many characters as dev.to takes is no remark, and one more is', () => {
    const longest = '🥨'.repeat(128)
    expect(remarksForDevto(longest)).toEqual([])
    expect(remarksForDevto(`${longest}s`)).toMatchObject([
      { message: { key: 'report.remark.long-title', params: { count: 129, most: 128 } }, at: 'title' },
    ])
  })

  test('the title of the trip is measured if the report has none of its own', () => {
    const [remark] = targetRemarks(
      { title: 'x'.repeat(129), report: { ...describing, title: ' ' } },
      findTarget('devto'),
    )
    expect(remark?.message.key).toBe('report.remark.long-title')
  })

  test('a post for Astro needs a description, and a post for Hugo does not', () => {
    const trip = tripWith([])
    expect(targetRemarks(trip, findTarget('astro')).map(({ at }) => at)).toEqual(['description'])
    expect(targetRemarks({ ...trip, report: describing }, findTarget('astro'))).toEqual([])
    expect(targetRemarks(trip, findTarget('hugo'))).toEqual([])
  })

  test('Ghost is said to cut off a long description', () => {
    const report = { ...describing, description: 'x'.repeat(301) }
    const [remark] = targetRemarks({ title: 'Trip', report }, findTarget('ghost'))
    expect(remark?.message.key).toBe('report.remark.long-description')
  })
})

test('a check for a target lists what blocks it first, and refuses a target that does not exist', async () => {
  const engine = await someEngine()
  const { title, venue, city, country, firstDay, lastDay, timeZone, language, authors, tags } = tripWith([])
  const details = { title, venue, city, country, firstDay, lastDay, timeZone, language, authors, tags }
  const { trip } = valueOf(await ask(engine, 'trips.create', details))
  const { remarks } = valueOf(await ask(engine, 'check.run', { tripId: trip.id, target: 'astro' }))
  expect(remarks.map(({ code }) => code)).toEqual(['no-entries', 'no-description', 'no-date'])
  const refused = await ask(engine, 'check.run', { tripId: trip.id, target: 'nowhere' })
  expect(refused).toMatchObject({ ok: false, error: { code: 'export.unknown-target' } })
})
