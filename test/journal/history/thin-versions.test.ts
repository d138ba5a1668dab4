import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALWAYS_KEPT, capVersions, thinVersions } from '../../../electron/journal/history/thin-versions.ts'
import { instantOf, timeOf, versionIdAt } from '../../../electron/journal/history/version-id.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const now = '2026-09-30T12:00:00.000Z'
/** The version of a moment this many milliseconds ago. */
const ago = (time: number) => versionIdAt(new Date(Date.parse(now) - time).toISOString())
const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / step) }, (_, index) => ago(from + index * step))

const reaches = (ids: readonly string[], days: number) => ids.some((id) => timeOf(id) <= Date.parse(now) - days * DAY)

const someIds = fc
  .array(fc.integer({ min: -DAY, max: 400 * DAY }), { maxLength: 300 })
  .map((ages) => [...new Set(ages.map(ago))])

describe('the name of a version', () => {
  it('the name of a version is a moment that can be read back from it', () => {
    expect(versionIdAt('2026-04-14T12:15:00.123+02:00')).toBe('20260414T101500123Z')
    expect(instantOf('20260414T101500123Z')).toBe('2026-04-14T10:15:00.123Z')
  })

  it('other texts are not names of versions', () => {
    for (const name of ['', '../../etc', '20269914T101500123Z', '20260414T101500123Z.json', '2026-04-14']) {
      expect(instantOf(name)).toBeNull()
    }
  })
})

describe('thinning versions by age', () => {
  it('the last day has one version for every five minutes', () => {
    const kept = thinVersions(every(MINUTE, 0, DAY), now)
    expect(kept.length).toBeGreaterThanOrEqual(288)
    expect(kept.length).toBeLessThanOrEqual(288 + ALWAYS_KEPT)
  })

  it('the last month has one version for each day, the last of that day', () => {
    const kept = thinVersions(every(60 * MINUTE, 0, 30 * DAY), now)
    const old = kept.filter((id) => timeOf(id) < Date.parse(now) - DAY)
    expect(new Set(old.map((id) => id.slice(0, 8))).size).toBe(old.length)
    expect(old).toContain('20260920T230000000Z')
  })

  it('the time before has one version for each month', () => {
    const kept = thinVersions(every(DAY, 0, 360 * DAY), now).filter((id) => timeOf(id) < Date.parse(now) - 30 * DAY)
    expect(new Set(kept.map((id) => id.slice(0, 6))).size).toBe(kept.length)
    expect(kept.length).toBeGreaterThanOrEqual(11)
  })

  it('at least ten versions are kept, however close they are', () => {
    expect(thinVersions(every(1000, 0, 60_000), now)).toHaveLength(ALWAYS_KEPT)
    expect(thinVersions(every(1000, 300 * DAY, 300 * DAY + 60_000), now)).toHaveLength(ALWAYS_KEPT)
  })

  it('the oldest version reaches back as far as before', () => {
    fc.assert(
      fc.property(someIds, (ids) => {
        const kept = thinVersions(ids, now)
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(ids.length, ALWAYS_KEPT))
        // A version is only dropped for a later one of the same five minutes, day or month.
        for (const days of [1, 7]) expect(reaches(kept, days)).toBe(reaches(ids, days))
        expect(reaches(ids, 100) && !reaches(kept, 69)).toBe(false)
      }),
    )
  })

  it('thinning again removes nothing more', () => {
    fc.assert(
      fc.property(someIds, (ids) => {
        const kept = thinVersions(ids, now)
        expect(thinVersions(kept, now)).toEqual(kept)
      }),
    )
  })
})

describe('versions that take too much space', () => {
  const versions = every(5 * MINUTE, 0, DAY)
    .concat(every(DAY, DAY, 30 * DAY))
    .map((versionId) => ({ versionId, bytes: 1000 }))

  it('versions are removed until the others fit', () => {
    expect(capVersions(versions, 50_000, now)).toHaveLength(50)
    expect(capVersions(versions, 1_000_000, now)).toHaveLength(versions.length)
  })

  it('the newest ten versions stay, whatever their size', () => {
    expect(capVersions(versions, 1, now)).toEqual(every(5 * MINUTE, 0, 50 * MINUTE))
  })

  it('versions with close neighbours are removed first, so that the rest still reaches back a week', () => {
    const kept = capVersions(versions, 40_000, now)
    expect(kept.some((id) => timeOf(id) < Date.parse(now) - 7 * DAY)).toBe(true)
    expect(kept.filter((id) => timeOf(id) < Date.parse(now) - DAY).length).toBeGreaterThan(5)
  })
})
