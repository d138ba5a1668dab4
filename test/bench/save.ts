import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { compare, type Measurement, takeTurns, timed } from './measurement.ts'
import { bytesOf, openDesk } from './saving.ts'
import { writePlainly } from './write-plainly.ts'

/** What the journal adds to a durable write: the change itself, JSON, the checksum, the queue, lowdb. */
export async function measureSave(folder: string): Promise<Measurement[]> {
  const desk = await openDesk(folder, 0)
  const bytes = await bytesOf(desk)
  await mkdir(join(folder, 'plain'))
  const plain = join(folder, 'plain', 'trip.json')
  const samples = await takeTurns(200, 20, desk.save, () => timed(() => writePlainly(plain, bytes)))
  await desk.close()
  return [
    compare(
      {
        name: `save of a ${(bytes.byteLength / 1e6).toFixed(1)} MB trip`,
        against: 'fsync + rename + folder sync of the same bytes',
        statistic: 'p95',
        target: 1.3,
      },
      samples,
    ),
  ]
}
