import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Bridge } from '../../../electron/shared/contract/index.ts'
import type { Composition } from '../../../electron/shared/contract/report.ts'
import { fail, ok, type Result } from '../../../electron/shared/result.ts'
import { postMeta } from '../../support/post-meta.ts'
import { useComposition } from '../../../renderer/report/use-composition.ts'

const first = 'a2f4d3c0-1111-4222-8333-444455556666'
const second = 'b2f4d3c0-1111-4222-8333-444455556666'

interface Asked {
  tripId: string
  answer: (result: Result<Composition>) => void
}

/** A shell that responds when the test tells it to. */
function slowShell(): Asked[] {
  const asked: Asked[] = []
  window.lanyard = {
    call: (_channel: string, input: { tripId: string }) =>
      new Promise<Result<Composition>>((resolve) => {
        asked.push({ tripId: input.tripId, answer: resolve })
      }),
    on: () => () => undefined,
    photoAddress: () => '',
  } as unknown as Bridge
  return asked
}

afterEach(() => {
  delete window.lanyard
})

function composed(words: number): Result<Composition> {
  const meta = postMeta({ title: '', slug: 'x' })
  return ok({
    post: {
      tripId: 'x',
      meta,
      tree: { type: 'root', children: [] },
      photos: [],
    },
    spans: [],
    unplaced: [],
    remarks: [],
    missing: [],
    words,
  })
}

function compose(tripId: string) {
  return renderHook(({ id, revision }) => useComposition(id, revision), { initialProps: { id: tripId, revision: 1 } })
}

test('only one request is sent at a time, and changes in the meantime cause one more', async () => {
  const asked = slowShell()
  const { result, rerender } = compose(first)
  for (const revision of [2, 3, 4]) rerender({ id: first, revision })
  expect(asked).toHaveLength(1)
  act(() => asked[0]?.answer(composed(1)))
  await waitFor(() => expect(asked).toHaveLength(2))
  expect(result.current.composition?.words).toBe(1)
  act(() => asked[1]?.answer(composed(2)))
  await waitFor(() => expect(result.current.composition?.words).toBe(2))
  expect(asked).toHaveLength(2)
})

test('a failure is shown and keeps the last result; the next success clears it', async () => {
  const asked = slowShell()
  const { result, rerender } = compose(first)
  act(() => asked[0]?.answer(composed(1)))
  await waitFor(() => expect(result.current.composition).not.toBeNull())
  rerender({ id: first, revision: 2 })
  await waitFor(() => expect(asked).toHaveLength(2))
  act(() => asked[1]?.answer(fail('library.missing', { folder: '/library' })))
  await waitFor(() => expect(result.current.failure?.code).toBe('library.missing'))
  expect(result.current.composition?.words).toBe(1)
  rerender({ id: first, revision: 3 })
  await waitFor(() => expect(asked).toHaveLength(3))
  act(() => asked[2]?.answer(composed(3)))
  await waitFor(() => expect(result.current).toMatchObject({ failure: null, composition: { words: 3 } }))
})

test('a response for a trip that has been left is ignored', async () => {
  const asked = slowShell()
  const { result, rerender } = compose(first)
  rerender({ id: second, revision: 1 })
  act(() => asked[0]?.answer(composed(1)))
  await waitFor(() => expect(asked.map(({ tripId }) => tripId)).toEqual([first, second]))
  expect(result.current.composition).toBeNull()
  act(() => asked[1]?.answer(composed(2)))
  await waitFor(() => expect(result.current.composition?.words).toBe(2))
})
