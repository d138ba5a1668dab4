import { expect, test } from 'vitest'
import { createPacker, isPacked, type KnownState, unpack } from '../../electron/shared/contract/packed-answer.ts'
import { fail, ok, type Result } from '../../electron/shared/result.ts'

const list = (length: number) => Array.from({ length }, (_, id) => ({ id, text: 'a text' }))
const someTrip = (id: string) => ({ id, title: 'Boat', entries: list(2_000), deleted: list(1_500), photos: list(3) })

/** A page and the shell that answers it. Returns what the page understands, and the length of what it was sent. */
function connect() {
  const pack = createPacker()
  let known: KnownState | null = null
  const ask = (answer: Result<unknown>, named: KnownState | null = known) => {
    const sent = pack(answer, named?.name)
    if (!isPacked(sent)) return { got: sent, length: 0 }
    const unpacked = unpack(structuredClone(sent), named)
    known = unpacked.known ?? known
    return { got: unpacked.answer, length: sent.packed.length }
  }
  return { ask, known: () => known, reload: () => (known = null) }
}

test('an answer with a long list crosses the bridge as text, and is the same afterwards', () => {
  const { ask } = connect()
  for (const answer of [ok(list(1_000)), ok({ trip: { entries: list(2_000), title: 'x' } }), ok(someTrip('a'))]) {
    const { got, length } = ask(answer)
    expect(got).toEqual(answer)
    expect(length).toBeGreaterThan(1_000)
  }
})

test('an answer without a long list crosses the bridge as it is', () => {
  const pack = createPacker()
  for (const answer of [ok(null), ok({ trip: { entries: list(999) } }), fail('input.foreign-caller')])
    expect(pack(answer)).toBe(answer)
})

test('of a long trip that the page has, only what has changed is sent', () => {
  const { ask, known } = connect()
  const trip = someTrip('a')
  ask(ok(trip))
  const [before] = known()?.trip.entries ?? []
  const changed = {
    ...trip,
    title: 'Ship',
    cover: 'c',
    entries: trip.entries.toSpliced(1_000, 1, { id: 7_000, text: 'new' }),
    deleted: trip.deleted.slice(0, -1),
  }
  const { got, length } = ask(ok({ trip: changed, savedAt: 'now', entryId: 'b' }))
  expect(got).toEqual(ok({ trip: changed, savedAt: 'now', entryId: 'b' }))
  expect(length).toBeLessThan(400)
  expect(known()?.trip.entries[0]).toBe(before)

  const { cover: _, ...without } = { ...changed, title: undefined }
  expect(ask(ok(without)).got).toEqual(ok(without))
  expect(ask(ok(without)).length).toBeLessThan(100)
})

test('a long trip is sent as a whole when another one was sent, when little of it is left, and after a reload', () => {
  const { ask, reload } = connect()
  const [one, other] = [someTrip('a'), someTrip('b')]
  ask(ok(one))
  for (const trip of [other, { ...other, entries: list(2_000) }]) {
    const { got, length } = ask(ok(trip))
    expect(got).toEqual(ok(trip))
    expect(length).toBeGreaterThan(10_000)
  }
  reload()
  expect(ask(ok(other)).length).toBeGreaterThan(10_000)
})

test('the answer to a call that was made before another one was answered is understood', () => {
  const { ask, known } = connect()
  const trip = someTrip('a')
  ask(ok(trip))
  const first = known()
  const second = { ...trip, entries: trip.entries.slice(1) }
  ask(ok(second), first)
  const third = { ...second, entries: second.entries.slice(1) }
  const { got, length } = ask(ok(third), first)
  expect(got).toEqual(ok(third))
  expect(length).toBeLessThan(200)
})

test('a page that names a state which is long gone, or none that there ever was, is sent all of it', () => {
  const { ask, known } = connect()
  const trip = someTrip('a')
  ask(ok(trip))
  const first = known()
  for (let calls = 0; calls < 10; calls++) ask(ok({ ...trip }))
  expect(ask(ok(trip), first).length).toBeGreaterThan(10_000)
  const pack = createPacker()
  pack(ok(trip))
  for (const made of ['1', Number.NaN, null, {}, '', crypto.randomUUID()]) {
    expect(pack(ok(trip), made)).toMatchObject({ packed: JSON.stringify(ok(trip)) })
  }
})
