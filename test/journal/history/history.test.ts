import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readAllAbout } from '../../../electron/journal/history/about-file.ts'
import { type History, type HistoryOptions, openHistory } from '../../../electron/journal/history/history.ts'
import { type FileSystem, nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { writeVersion } from '../../../electron/journal/history/version-files.ts'
import { encodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { codeOf, strayFiles, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { edited, minute, writtenNote, writtenTrip } from '../../support/written-trip.ts'

const lunch = writtenNote(1, { title: 'Lunch' })
const begun = writtenTrip({ entries: [lunch] })
const at = (minutes: number): Trip => edited(begun, lunch, { text: `Written at ${minutes}.` }, minute(minutes))
const id = (minutes: number) => minute(minutes).replaceAll(/[-:.]/g, '')

async function someHistory(options: Partial<HistoryOptions> = {}): Promise<{ history: History; library: string }> {
  const library = options.library ?? (await temporaryFolder())
  const history = openHistory({ ...options, library })
  onTestFinished(() => history.close())
  return { history, library }
}

/** Saves states at these minutes one after the other. */
function save(history: History, minutes: readonly number[]): void {
  let before = begun
  for (const after of minutes.map(at)) {
    history.saved('2026-04-14-pycon-de', before, after)
    before = after
  }
}

const listed = async (history: History) => valueOf(await history.list(begun.id)).map(({ versionId }) => versionId)

describe('the history of a trip', () => {
  it('a version that comes back while others are thinned is not removed', async () => {
    const away = new Set<string>()
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      async stat(path) {
        const isAway = [...away].some((versionId) => path.includes(versionId))
        if (!isAway) return await nodeFileSystem.stat(path)
        throw Object.assign(new Error('Not there.'), { code: 'ENOENT' })
      },
    }
    const { history } = await someHistory({ fileSystem })
    save(history, [60])
    await history.settled()
    away.add(id(0))
    valueOf(await history.keep('2026-04-14-pycon-de', at(120)))
    away.clear()
    expect(await listed(history)).toEqual([id(120), id(60), id(0)])
  })

  it('a state gets a name of its own if another version of that moment was brought in', async () => {
    const { history, library } = await someHistory()
    save(history, [60])
    await history.settled()
    const brought = encodeTrip(edited(begun, lunch, { text: 'Written elsewhere.' }, minute(120)))
    await history.bring(begun.id, async () => {
      await writeVersion(library, begun.id, id(120), brought, nodeFileSystem)
    })
    const versionId = valueOf(await history.keep('2026-04-14-pycon-de', at(120)))
    expect(versionId).not.toBe(id(120))
    const texts = await Promise.all(
      [id(120), versionId].map(async (name) => valueOf(await history.read(begun.id, name)).entries[0]?.text),
    )
    expect(texts).toEqual(['Written elsewhere.', 'Written at 120.'])
  })

  it('the history has the state before the first change, and what was saved', async () => {
    const { history } = await someHistory()
    save(history, [60])
    await history.settled()
    expect(await listed(history)).toEqual([id(60), id(0)])
  })

  it('a list right after a save includes the version that is just being kept', async () => {
    const { history } = await someHistory()
    save(history, [60])
    expect(await listed(history)).toEqual([id(60), id(0)])
    save(history, [70])
    expect(await history.names(begun.id)).toEqual([id(70), id(60), id(0)])
  })

  it('the history has a version for every five minutes, however often something is saved', async () => {
    const { history } = await someHistory()
    for (let minutes = 61; minutes <= 80; minutes++) {
      history.saved('folder', at(minutes - 1), at(minutes))
      await history.settled()
    }
    expect(await listed(history)).toEqual([id(80), id(75), id(70), id(65), id(60)])
  })

  it('closing keeps the last state as a version', async () => {
    const { history } = await someHistory()
    save(history, [60, 61, 62])
    await history.close()
    expect((await listed(history))[0]).toBe(id(62))
  })

  it('a pause in writing keeps the last state as a version', async () => {
    const { history } = await someHistory({ interval: 30 })
    save(history, [60])
    await history.settled()
    const last = edited(begun, lunch, { text: 'Last.' }, new Date(Date.parse(minute(60)) + 10).toISOString())
    history.saved('folder', at(60), last)
    await expect.poll(() => listed(history)).toHaveLength(3)
  })

  it('a version is the compressed trip file', async () => {
    const { history, library } = await someHistory()
    save(history, [60])
    await history.settled()
    const packed = await readFile(join(library, '.history', begun.id, `${id(60)}.json.gz`))
    expect(gunzipSync(packed)).toEqual(Buffer.from(encodeTrip(at(60))))
    expect(valueOf(await history.read(begun.id, id(60)))).toEqual(at(60))
    expect(await strayFiles(library)).toEqual([])
  })

  it('the list shows what was changed from one version to the next', async () => {
    const { history } = await someHistory()
    save(history, [60])
    await history.settled()
    const dinner = writtenNote(2, { title: 'Dinner', text: 'Bread and cheese.' })
    const later = { ...at(70), entries: [...at(70).entries, dinner] }
    history.saved('folder', at(60), later)
    await history.settled()
    expect(valueOf(await history.list(begun.id))).toMatchObject([
      {
        savedAt: minute(70),
        entries: 2,
        words: 8,
        changes: [
          { what: 'changed', entryId: lunch.id, title: 'Lunch' },
          { what: 'added', entryId: dinner.id, title: 'Dinner' },
        ],
        more: 0,
      },
      { savedAt: minute(60), entries: 1, changes: [{ what: 'changed', entryId: lunch.id, title: 'Lunch' }] },
      { savedAt: minute(0), entries: 1, changes: [] },
    ])
  })

  it('the list shows the same if its notes are missing', async () => {
    const { history, library } = await someHistory()
    save(history, [60])
    await history.settled()
    history.saved('folder', at(60), at(70))
    await history.settled()
    const before = valueOf(await history.list(begun.id))
    await rm(join(library, '.cache'), { recursive: true })
    expect(valueOf(await history.list(begun.id))).toEqual(before)
  })

  it('a state is kept at once on request, and only once', async () => {
    const { history } = await someHistory()
    expect(valueOf(await history.keep('folder', at(3)))).toBe(id(3))
    expect(valueOf(await history.keep('folder', at(3)))).toBe(id(3))
    expect(await listed(history)).toEqual([id(3)])
  })

  it('two states of the same moment are kept under two names', async () => {
    const { history } = await someHistory()
    await history.keep('folder', at(3))
    const byHand = { ...at(3), title: 'Changed in a text editor' }
    const versionId = valueOf(await history.keep('folder', byHand))
    expect(versionId).not.toBe(id(3))
    expect(valueOf(await history.read(begun.id, versionId)).title).toBe('Changed in a text editor')
  })

  it('the history continues if a clock was a year ahead for a while', async () => {
    const { history } = await someHistory()
    await history.keep('folder', at(500_000))
    save(history, [60])
    await history.settled()
    expect(await listed(history)).toEqual([id(500_000), id(60), id(0)])
  })

  it('old versions are thinned as new ones are added', async () => {
    const { history } = await someHistory()
    for (let minutes = 0; minutes < 30; minutes++) await history.keep('folder', at(minutes))
    // All of them are of one day long ago, so ten and the last of the month suffice.
    const kept = await listed(history)
    expect(kept).toHaveLength(10)
    expect(kept[0]).toBe(id(29))
  })

  it('the history stays below its maximum size, except for the newest ten versions', async () => {
    const { history, library } = await someHistory({ maxBytes: 100 })
    for (let minutes = 0; minutes < 14; minutes++) await history.keep('folder', at(minutes * 60 * 24 * 40))
    const files = await readdir(join(library, '.history', begun.id))
    expect(files.filter((name) => name.endsWith('.gz'))).toHaveLength(10)
  })

  it('the history says whose it is, by folder and title', async () => {
    const { history, library } = await someHistory()
    save(history, [60])
    await history.settled()
    expect(await readAllAbout(library, nodeFileSystem)).toEqual(
      new Map([[begun.id, { folder: '2026-04-14-pycon-de', title: 'PyCon DE 2026' }]]),
    )
  })

  it('the history reports its size, which is zero after it was deleted', async () => {
    const { history, library } = await someHistory()
    save(history, [60])
    await history.settled()
    expect(valueOf(await history.usage())).toBeGreaterThan(100)
    valueOf(await history.forget(begun.id))
    expect(valueOf(await history.usage())).toBe(0)
    expect(await readdir(join(library, '.history'))).toEqual([])
  })

  it('the history of a trip that was never changed is empty', async () => {
    const { history } = await someHistory()
    expect(valueOf(await history.list(begun.id))).toEqual([])
    expect(valueOf(await history.usage())).toBe(0)
  })
})

describe('a version that cannot be read', () => {
  it('an unreadable version is refused with a sentence and left out of the list, and the others are there', async () => {
    const { history, library } = await someHistory()
    for (const minutes of [0, 10, 20]) await history.keep('folder', at(minutes))
    const path = join(library, '.history', begun.id, `${id(10)}.json.gz`)
    for (const damage of [
      Buffer.from('not packed'),
      gzipSync('{}'),
      (await readFile(path)).subarray(0, 50),
      Buffer.alloc(0),
    ]) {
      await writeFile(path, damage)
      expect(codeOf(await history.read(begun.id, id(10)))).toBe('version.damaged')
      await rm(join(library, '.cache'), { recursive: true, force: true })
      expect(await listed(history)).toEqual([id(20), id(0)])
    }
  })

  it('a name that is not that of a version is refused', async () => {
    const { history, library } = await someHistory()
    await history.keep('folder', at(0))
    await mkdir(join(library, 'secret'))
    for (const name of ['', '..', `../${begun.id}/${id(0)}`, `${id(0)}.json.gz`, id(1)]) {
      expect(codeOf(await history.read(begun.id, name))).toBe('version.missing')
    }
  })
})

describe('the history on a failing disk', () => {
  it('a version is kept completely or not at all, whichever operation fails, and the failure is reported', async () => {
    for (let which = 1; which < 30; which++) {
      const disk = createBrokenDisk()
      const { history, library } = await someHistory({ fileSystem: disk })
      await history.keep('folder', at(0))
      disk.fail(which, 'ENOSPC', true)
      const kept = await history.keep('folder', at(10))
      disk.reset()
      const files = (await readdir(join(library, '.history', begun.id))).filter((name) => name.endsWith('.json.gz'))
      for (const name of files) {
        expect(valueOf(await history.read(begun.id, name.slice(0, -'.json.gz'.length))).id).toBe(begun.id)
      }
      expect(files).toContain(`${id(0)}.json.gz`)
      const isTrue = kept.ok ? files.includes(`${kept.value}.json.gz`) : kept.error.code === 'disk.full'
      expect(isTrue).toBe(true)
    }
  })

  it('a version that could not be kept is tried again with the next save', async () => {
    const disk = createBrokenDisk()
    const failures: string[] = []
    const { history } = await someHistory({ fileSystem: disk, onFailure: ({ code }) => failures.push(code) })
    disk.fail(1, 'EROFS', true)
    save(history, [60])
    await history.settled()
    expect(failures).toContain('disk.read-only')
    disk.reset()
    history.saved('folder', at(60), at(61))
    await history.settled()
    expect((await listed(history))[0]).toBe(id(61))
  })

  it('a library that was unplugged does not come back as an empty folder', async () => {
    const { history, library } = await someHistory()
    await rm(library, { recursive: true })
    expect(codeOf(await history.keep('folder', at(0)))).toBe('disk.gone')
    await expect(readdir(library)).rejects.toThrow('ENOENT')
  })
})
