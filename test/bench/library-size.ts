import { join } from 'node:path'
import { compare, type Measurement, takeTurns } from './measurement.ts'
import { openDesk } from './saving.ts'

/** Whether the cost of a save depends only on its trip, however many other trips there are. */
export async function measureLibrarySize(folder: string): Promise<Measurement[]> {
  const [alone, among] = [await openDesk(join(folder, 'alone'), 0), await openDesk(join(folder, 'among'), 999)]
  const samples = await takeTurns(200, 20, among.save, alone.save)
  await Promise.all([alone.close(), among.close()])
  return [
    compare(
      {
        name: 'save of a 1 MB trip among 1,000 trips',
        against: 'the same as the only trip',
        statistic: 'median',
        target: 1.1,
      },
      samples,
    ),
  ]
}
