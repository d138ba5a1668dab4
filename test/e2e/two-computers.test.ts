import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Engine } from '../../electron/journal/engine.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { entryText, openDay, openEntry, openTrip, waitUntilSaved, writeText } from '../support/steps.ts'
import { missingSyncthing, startPair } from '../support/syncthing.ts'
import { must } from '../torture/ask.ts'
import { expectHolds } from '../torture/expect-holds.ts'
import { engineOver, tripFolder } from '../torture/restart.ts'
import { syncComputers } from '../torture/sync-computers.ts'
import { someTrip } from '../support/trips.ts'

/* Two real instances of Syncthing on the loopback device keep a library in sync, as on two computers. */

/** More of them, with other seeds, by `npm run torture -- --sync 20`. */
const RUNS = Number(process.env['LANYARD_SYNC_RUNS'] ?? 1)

test(
  'two computers that were edited while apart have every entry of both once they are connected, and come to rest',
  async ({ skip }) => {
    expectHolds(await syncComputers({ runs: RUNS, seed: 1 }), skip)
  },
  RUNS * 120_000,
)

const tripOn = async (library: string) => readFile(join(await tripFolder(library), 'trip.json'), 'utf8')

describe.skipIf(missingSyncthing !== null)('a window on one computer', () => {
  inShell('while somebody writes on another', desktopShell, (shell) => {
    test('a window shows changes by another computer as they arrive, and both sides of a conflict, without duplicates', async () => {
      const home = await shell.makeHome()
      const elsewhere = await mkdtemp(join(tmpdir(), 'lanyard-elsewhere-'))
      const { uid, gid } = await stat(home.folder)
      const owner = uid === process.getuid?.() ? undefined : { uid, gid }
      const theirLibrary = join(elsewhere, 'Lanyard')
      await mkdir(home.library)
      const pair = await startPair([
        { library: home.library, home: join(home.folder, 'syncthing'), ...(owner !== undefined && { owner }) },
        { library: theirLibrary, home: join(elsewhere, 'syncthing') },
      ])
      const engine = await engineOver(elsewhere, theirLibrary)
      onTestFinished(async () => {
        await pair.stop()
        await engine.close()
        await home.remove()
        await rm(elsewhere, { recursive: true, force: true })
      })

      // No data leaves this computer.
      for (const { addresses, beyond } of await pair.reach()) {
        expect(beyond).toEqual([])
        expect(addresses.filter((address) => !address.startsWith('tcp://127.0.0.1:'))).toEqual([])
      }

      const { trip } = await must(engine, 'trips.create', someTrip())
      await addNote(engine, trip.id, 'Arrival', 'Two trains and a tram.')
      await pair.settle()
      const lanyard = await shell.open({ home })
      onTestFinished(() => lanyard.kill())
      const { page } = lanyard
      await openTrip(page, 'Lantern Conf 2026')
      await openDay(page, 'Tuesday, 14 April')
      const entries = page.getByRole('grid', { name: 'Entries' })

      const lunch = await addNote(engine, trip.id, 'Lunch', 'Soup with hot bred.')
      await pair.settle()
      await entries.getByRole('row', { name: 'Lunch' }).waitFor()
      // A text that is replaced without an edit here is not kept as another version.
      for (const text of ['Soup with hot bread.', 'Soup with bread.', 'A salad.']) {
        const changes = { kind: 'note' as const, text }
        await must(engine, 'entries.save', { tripId: trip.id, entryId: lunch, changes })
        await pair.settle()
      }
      await openEntry(page, 'Lunch')
      await expect.poll(() => entryText(page).innerText()).toBe('A salad.')
      expect(await entries.getByRole('row').count()).toBe(2)

      await pair.disconnect()
      await openEntry(page, 'Arrival')
      await writeText(page, ' And a long walk.')
      await waitUntilSaved(page)
      await addNote(engine, trip.id, 'Keynote', 'She spoke without slides.')
      await pair.connect()
      await entries.getByRole('row', { name: 'Keynote' }).waitFor()
      // The trip is requested from the other computer now and then, as if its window was open.
      const together = async () => {
        await pair.settle()
        await must(engine, 'trips.open', { tripId: trip.id })
        return (await tripOn(home.library)) === (await tripOn(theirLibrary))
      }
      await expect.poll(together, { timeout: 30_000 }).toBe(true)
      const { entries: written } = await must(engine, 'trips.open', { tripId: trip.id })
      expect(written.map(({ text }) => text).toSorted()).toEqual([
        'A salad.',
        'She spoke without slides.',
        'Two trains and a tram. And a long walk.',
      ])
      expect(await entries.getByRole('row').count()).toBe(3)
      expect(basename(await tripFolder(home.library))).toBe(basename(await tripFolder(theirLibrary)))
    })
  })
})

async function addNote(engine: Engine, tripId: string, title: string, text: string): Promise<string> {
  const fields = { kind: 'note' as const, title, text }
  return (await must(engine, 'entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields })).entryId
}
