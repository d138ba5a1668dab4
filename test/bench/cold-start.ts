import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { root } from '../support/programs.ts'
import { openDesktop } from './desktop.ts'
import { inventTrip } from './invent-trip.ts'
import { compare, type Measurement, type Skipped, takeTurns } from './measurement.ts'
import { startDesktop } from './start-desktop.ts'

const NAME = 'cold start to a usable window'
const TRIPS = 20

/**
 * Time from the start of the process until the trips are visible and clickable, compared to a window with one button.
 */
export async function measureColdStart(folder: string): Promise<(Measurement | Skipped)[]> {
  const desktop = await openDesktop()
  if (typeof desktop === 'string') return [{ name: NAME, skipped: desktop }]
  const library = openLibrary({ folder: join(folder, 'library') })
  for (let index = 0; index < TRIPS; index++) await library.create(inventTrip(`Trip ${index}`, 20, 1_000))
  await library.close()
  await mkdir(join(folder, 'home'))
  await desktop.give(folder)

  const start = async (app: string, usable: string, own: string, args: string[] = []) => {
    const flags = [...desktop.flags, app, `--user-data-dir=${own}`, ...args]
    return (await startDesktop({ program: desktop.program, args: flags, home: join(folder, 'home'), usable })).ms
  }
  try {
    const samples = await takeTurns(
      15,
      2,
      () => start(root, '.trip-card', join(folder, 'ours'), ['--library', library.folder]),
      () => start(join(import.meta.dirname, 'bare-window'), 'button', join(folder, 'bare')),
    )
    return [compare({ name: NAME, against: 'a bare Electron window', statistic: 'median', target: 1.5 }, samples)]
  } finally {
    desktop.close()
  }
}
