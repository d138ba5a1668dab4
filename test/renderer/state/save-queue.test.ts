import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../../electron/shared/result.ts'
import { diskFull } from '../../support/failures.ts'
import {
  createSaveQueue,
  LONGEST_WAIT,
  PAUSE,
  RETRY_AFTER,
  type SaveStatus,
} from '../../../renderer/state/save-queue.ts'

interface Draft {
  title?: string
  text?: string
}

/** A slow disk that responds when the test tells it to. */
function slowDisk() {
  const sent: Draft[] = []
  const answers: ((result: Result<string>) => void)[] = []
  return {
    sent,
    send: (changes: Draft) => {
      sent.push(changes)
      return new Promise<Result<string>>((resolve) => answers.push(resolve))
    },
    async answer(result: Result<string>) {
      answers.shift()?.(result)
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

function quickDisk() {
  const sent: Draft[] = []
  return {
    sent,
    send: (changes: Draft) => {
      sent.push(changes)
      return Promise.resolve(ok(new Date().toISOString()))
    },
  }
}

const states: SaveStatus[] = []

function newQueue() {
  return createSaveQueue((status) => states.push(status))
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-04-14T10:04:31Z') })
  states.length = 0
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a pause in typing', () => {
  it('a pause in typing sends the merged changes once', async () => {
    const disk = quickDisk()
    const lane = newQueue().lane(disk.send)
    lane.edit({ text: 'O' })
    await vi.advanceTimersByTimeAsync(LONGEST_WAIT - PAUSE)
    lane.edit({ text: 'On' })
    lane.edit({ title: 'Opening' })
    await vi.advanceTimersByTimeAsync(PAUSE - 1)
    expect(disk.sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(disk.sent).toEqual([{ text: 'On', title: 'Opening' }])
  })

  it('changes are sent without a pause after a maximum time', async () => {
    const disk = quickDisk()
    const lane = newQueue().lane(disk.send)
    for (let typed = 0; typed * 100 < LONGEST_WAIT; typed++) {
      lane.edit({ text: 'x'.repeat(typed + 1) })
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(disk.sent).toHaveLength(1)
  })

  it('changes are sent at once on request', async () => {
    const disk = quickDisk()
    const queue = newQueue()
    queue.lane(disk.send).edit({ text: 'Done' })
    await expect(queue.flush()).resolves.toBe(0)
    expect(disk.sent).toEqual([{ text: 'Done' }])
  })
})

describe('a save in progress', () => {
  it('changes during a save of the same thing are sent after it', async () => {
    const disk = slowDisk()
    const lane = newQueue().lane(disk.send)
    lane.edit({ text: 'one' })
    await vi.advanceTimersByTimeAsync(PAUSE)
    lane.edit({ text: 'one two' })
    await vi.advanceTimersByTimeAsync(PAUSE * 5)
    expect(disk.sent).toEqual([{ text: 'one' }])
    await disk.answer(ok('2026-04-14T10:04:32Z'))
    expect(disk.sent).toEqual([{ text: 'one' }, { text: 'one two' }])
  })

  it('a save does not block another thing', async () => {
    const slow = slowDisk()
    const quick = quickDisk()
    const queue = newQueue()
    queue.lane(slow.send).edit({ text: 'slow' })
    queue.lane(quick.send).edit({ text: 'quick' })
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(quick.sent).toEqual([{ text: 'quick' }])
  })

  it('the status is never "saved" unless everything is saved', async () => {
    const disk = slowDisk()
    const queue = newQueue()
    const lane = queue.lane(disk.send)
    lane.edit({ text: 'one' })
    await vi.advanceTimersByTimeAsync(PAUSE)
    lane.edit({ text: 'one two' })
    await disk.answer(ok('2026-04-14T10:04:32Z'))
    expect(queue.status().state).toBe('waiting')
    expect(states.map(({ state }) => state)).not.toContain('saved')
    await vi.advanceTimersByTimeAsync(PAUSE)
    await disk.answer(ok('2026-04-14T10:04:33Z'))
    expect(queue.status()).toEqual({ state: 'saved', at: '2026-04-14T10:04:33Z' })
  })

  it('a flush includes what is typed during it', async () => {
    const disk = slowDisk()
    const queue = newQueue()
    const lane = queue.lane(disk.send)
    lane.edit({ text: 'one' })
    const flushed = queue.flush()
    lane.edit({ text: 'one two' })
    await disk.answer(ok('2026-04-14T10:04:32Z'))
    await disk.answer(ok('2026-04-14T10:04:33Z'))
    await expect(flushed).resolves.toBe(0)
    expect(disk.sent.at(-1)).toEqual({ text: 'one two' })
  })
})

describe('a failed save', () => {
  it('a failed save keeps the draft, says why, and is retried with growing pauses', async () => {
    const disk = slowDisk()
    const queue = newQueue()
    const lane = queue.lane(disk.send)
    lane.edit({ text: 'kept' })
    await vi.advanceTimersByTimeAsync(PAUSE)
    for (const pause of [...RETRY_AFTER, RETRY_AFTER.at(-1) ?? 0]) {
      await disk.answer(diskFull)
      expect(queue.status()).toEqual({ state: 'failed', failure: diskFull.error, retryAt: Date.now() + pause })
      expect(lane.draft()).toEqual({ text: 'kept' })
      await vi.advanceTimersByTimeAsync(pause)
    }
    expect(disk.sent).toHaveLength(RETRY_AFTER.length + 2)
    await disk.answer(ok('2026-04-14T10:06:00Z'))
    expect(queue.status()).toEqual({ state: 'saved', at: '2026-04-14T10:06:00Z' })
    expect(lane.draft()).toBeNull()
  })

  it('a failed save is retried at once on request, with later changes', async () => {
    const disk = slowDisk()
    const queue = newQueue()
    const lane = queue.lane(disk.send)
    lane.edit({ text: 'first', title: 'Title' })
    await vi.advanceTimersByTimeAsync(PAUSE)
    await disk.answer(diskFull)
    lane.edit({ text: 'second' })
    queue.tryNow()
    expect(disk.sent.at(-1)).toEqual({ title: 'Title', text: 'second' })
  })

  it('the failure stays visible while one thing cannot be saved, even if others can', async () => {
    const bad = slowDisk()
    const good = quickDisk()
    const queue = newQueue()
    queue.lane(bad.send).edit({ text: 'bad' })
    const other = queue.lane(good.send)
    await vi.advanceTimersByTimeAsync(PAUSE)
    await bad.answer(diskFull)
    other.edit({ text: 'good' })
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(good.sent).toHaveLength(1)
    expect(queue.status().state).toBe('failed')
  })

  it('a flush returns the number of unsaved drafts', async () => {
    const queue = newQueue()
    queue.lane(() => Promise.resolve(diskFull)).edit({ text: 'one' })
    queue.lane(() => Promise.resolve(diskFull)).edit({ text: 'two' })
    queue.lane(quickDisk().send).edit({ text: 'three' })
    await expect(queue.flush()).resolves.toBe(2)
  })

  it('a draft that was rejected is retried as soon as it has changed', async () => {
    const disk = slowDisk()
    const queue = newQueue()
    const lane = queue.lane(disk.send)
    lane.edit({ title: '' })
    await vi.advanceTimersByTimeAsync(PAUSE)
    await disk.answer(fail('input.title-missing'))
    lane.edit({ title: 'A' })
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(disk.sent.at(-1)).toEqual({ title: 'A' })
  })

  it('a draft is dropped when what it belonged to is deleted', async () => {
    const disk = slowDisk()
    const queue = newQueue()
    const lane = queue.lane(disk.send)
    lane.edit({ text: 'gone' })
    await vi.advanceTimersByTimeAsync(PAUSE)
    lane.discard()
    await disk.answer(diskFull)
    expect(queue.status().state).toBe('saved')
    expect(lane.draft()).toBeNull()
  })
})
