import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { compare, type Limit, type Measurement, takeTurns, timed } from './measurement.ts'
import { bytesOf, type Desk, openDesk } from './saving.ts'
import { writePlainly } from './write-plainly.ts'

/** Time for one frame of a screen with 60 Hz. */
const ONE_FRAME_MS = 16

/** A moment for what a save leaves to be done after its answer, such as closing files; in milliseconds. */
const REST_MS = 5

/** What the journal adds to a durable write: the change itself, JSON, the checksum, the queue, lowdb. */
export async function measureSave(folder: string): Promise<(Measurement | Limit)[]> {
  return [
    ...(await measureSize(join(folder, '1'), { megabytes: 1, rounds: 600, warmUp: 50 })),
    ...(await measureSize(join(folder, '10'), { megabytes: 10, rounds: 60, warmUp: 10 })),
  ]
}

interface Size {
  megabytes: number
  rounds: number
  warmUp: number
}

async function measureSize(folder: string, { megabytes, rounds, warmUp }: Size): Promise<(Measurement | Limit)[]> {
  const desk = await openDesk(folder, 0, megabytes)
  const bytes = await bytesOf(desk)
  const size = `${(bytes.byteLength / 1e6).toFixed(1)} MB`
  await mkdir(join(folder, 'plain'))
  const plain = join(folder, 'plain', 'trip.json')
  const writing = () => timed(() => writePlainly(plain, bytes))
  const rows: (Measurement | Limit)[] = []
  for (const rest of [0, REST_MS]) {
    const samples = await takeTurns(rounds, warmUp, rested(rest, desk.save), rested(rest, writing))
    rows.push(
      compare(
        {
          name: `save of a ${size} trip${rest === 0 ? '' : `, ${rest} ms after the last write`}`,
          against: 'fsync + rename + folder sync of the same bytes',
          statistic: 'p95',
          target: 1.2,
        },
        samples,
      ),
    )
  }
  const blocked = await measureBlocking(desk, writing, rounds)
  await desk.close()
  return [...rows, { name: `main thread blocked by a save of a ${size} trip`, limit: ONE_FRAME_MS, ...blocked }]
}

/** Waits before each time, so that the last write has left nothing to be done. */
function rested(ms: number, work: (round: number) => Promise<number>): (round: number) => Promise<number> {
  return async (round) => {
    if (ms > 0) await pause(ms)
    return await work(round)
  }
}

/** How long saves block the event loop, beyond what writes without any computation do; p99. */
async function measureBlocking(
  desk: Desk,
  writing: () => Promise<unknown>,
  rounds: number,
): Promise<Pick<Limit, 'longest' | 'remark'>> {
  const ours = await watchLoop(async () => {
    for (let round = 0; round < rounds; round++) await desk.save(round + 1_000)
  })
  const theirs = await watchLoop(async () => {
    for (let round = 0; round < rounds; round++) await writing()
  })
  return {
    longest: Math.max(0, ours.p99 - theirs.p99),
    remark: `beyond plain writes: ${say(ours)}; plain writes ${say(theirs)}; ${rounds} of each`,
  }
}

/** In milliseconds. */
interface Blocked {
  longest: number
  p99: number
}

const say = ({ p99, longest }: Blocked) => `p99 ${p99.toFixed(2)}, longest ${longest.toFixed(2)} ms`

async function watchLoop(work: () => Promise<void>): Promise<Blocked> {
  // The timer fires each millisecond; its delay is the time that it was blocked.
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  return { longest: late(delay.max), p99: late(delay.percentile(99)) }
}

function late(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e6 - 1)
}
