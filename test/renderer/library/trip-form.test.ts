import { describe, expect, it } from 'vitest'
import { tripDetailsSchema } from '../../../electron/shared/trip.ts'
import { defaultSettings } from '../../../electron/shared/settings.ts'
import { changeForm, checkForm, detailsOf, emptyForm, formOf } from '../../../renderer/library/trip-form.ts'
import { someTrip } from '../../support/trips.ts'

const empty = emptyForm({ ...defaultSettings, authorName: ' Ada Example ' }, '2026-11-21', 'Europe/Vienna')

describe('an empty form', () => {
  it('an empty form begins today, in this computer’s zone, with the author from the settings', () => {
    expect(empty).toMatchObject({
      firstDay: '2026-11-21',
      lastDay: '2026-11-21',
      timeZone: 'Europe/Vienna',
      authors: ['Ada Example'],
    })
  })

  it('an empty form lacks nothing but a name', () => {
    expect(checkForm(empty)).toEqual({ title: 'The trip needs a name.' })
    expect(checkForm({ ...empty, title: '  ' })).toEqual({ title: 'The trip needs a name.' })
    expect(tripDetailsSchema.safeParse(detailsOf({ ...empty, title: ' FOSDEM ' })).success).toBe(true)
    expect(detailsOf({ ...empty, title: ' FOSDEM ' }).title).toBe('FOSDEM')
  })
})

describe('the days', () => {
  it('the last day follows the first until it is set', () => {
    const moved = changeForm(empty, { firstDay: '2026-12-01' })
    expect(moved.lastDay).toBe('2026-12-01')
    const set = changeForm(moved, { lastDay: '2026-12-03', lastDayIsChosen: true })
    expect(changeForm(set, { firstDay: '2026-12-02' }).lastDay).toBe('2026-12-03')
  })

  it('the last day does not follow an incomplete date', () => {
    expect(changeForm(empty, { firstDay: '' }).lastDay).toBe('2026-11-21')
  })

  it('days in the wrong order, and missing ones, are refused', () => {
    const form = { ...empty, title: 'A' }
    expect(checkForm({ ...form, lastDay: '2026-11-20' })).toEqual({ lastDay: 'The last day is before the first.' })
    expect(Object.keys(checkForm({ ...form, firstDay: '' }))).toEqual(['firstDay'])
    expect(Object.keys(checkForm({ ...form, lastDay: '' }))).toEqual(['lastDay'])
    expect(checkForm({ ...form, lastDay: '2206-11-21' }).lastDay).toBe('A trip can have at most 400 days.')
  })

  it('days that a trip has had all along are accepted', () => {
    const form = formOf(someTrip({ firstDay: '1926-04-14' }))
    expect(checkForm({ ...form, title: 'A' }, form)).toEqual({})
    expect(checkForm({ ...form, lastDay: '2026-04-17' }, form).lastDay).toBe('A trip can have at most 400 days.')
  })
})

describe('the zone', () => {
  it('the zone follows the place until it is chosen by hand', () => {
    const there = changeForm(empty, { city: 'Berlin' })
    expect(there.timeZone).toBe('Europe/Berlin')
    const chosen = changeForm(there, { timeZone: 'Asia/Tokyo', zoneIsChosen: true })
    expect(changeForm(chosen, { city: 'Paris' }).timeZone).toBe('Asia/Tokyo')
  })

  it('the zone stays if the city is unknown', () => {
    expect(changeForm(empty, { city: 'Springfield' }).timeZone).toBe('Europe/Vienna')
  })

  it('an invalid zone is refused', () => {
    expect(Object.keys(checkForm({ ...empty, title: 'A', timeZone: 'Europe/Atlantis' }))).toEqual(['timeZone'])
  })

  it('the zone of an existing trip does not follow its city', () => {
    expect(changeForm(formOf(someTrip({ timeZone: 'Asia/Tokyo' })), { city: 'Berlin' }).timeZone).toBe('Asia/Tokyo')
  })
})
