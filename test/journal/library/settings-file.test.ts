import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSettings } from '../../../electron/journal/library/settings-file.ts'
import { defaultSettings } from '../../../electron/shared/settings.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { codeOf, strayFiles, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function settingsPath(content?: string): Promise<string> {
  const path = join(await temporaryFolder(), 'Lanyard', 'settings.json')
  if (content !== undefined) {
    await mkdir(dirname(path))
    await writeFile(path, content)
  }
  return path
}

describe('the settings', () => {
  test('are the defaults at the first start, and nothing is written for them', async () => {
    const path = await settingsPath()
    expect((await openSettings(path)).current).toEqual(defaultSettings)
    await expect(readdir(dirname(path))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('are there after a restart, for the owner alone', async () => {
    const path = await settingsPath()
    const settings = await openSettings(path)
    valueOf(await settings.save({ theme: 'dark' }))
    expect(valueOf(await settings.save({ authorName: 'Ada' }))).toEqual({
      ...defaultSettings,
      theme: 'dark',
      authorName: 'Ada',
    })
    expect((await openSettings(path)).current).toEqual(settings.current)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test('keep what another program has saved in the meantime', async () => {
    const path = await settingsPath()
    const [one, other] = [await openSettings(path), await openSettings(path)]
    valueOf(await one.save({ theme: 'venue' }))
    expect(valueOf(await other.save({ authorName: 'Ada' }))).toMatchObject({ theme: 'venue', authorName: 'Ada' })
  })

  test('that are saved at one time are all saved', async () => {
    const settings = await openSettings(await settingsPath())
    await Promise.all([
      settings.save({ theme: 'dark' }),
      settings.save({ authorName: 'A' }),
      settings.save({ exports: '/e' }),
    ])
    expect(settings.current).toEqual({ ...defaultSettings, theme: 'dark', authorName: 'A', exports: '/e' })
  })

  test('that cannot be saved stay as they are, and say why', async () => {
    const path = await settingsPath()
    const disk = createBrokenDisk()
    const settings = await openSettings(path, disk)
    valueOf(await settings.save({ theme: 'dark' }))
    const before = await readFile(path, 'utf8')
    const steps = disk.operations.findLastIndex(({ name }) => name === 'rename') + 1
    expect(steps).toBeGreaterThan(5)
    // For good: a single failure to read what is there already is made up for by what is in memory.
    for (let which = 1; which <= steps; which++) {
      disk.fail(which, 'ENOSPC', true)
      expect(codeOf(await settings.save({ theme: 'light' }))).toBe('disk.full')
      disk.reset()
      expect(settings.current.theme).toBe('dark')
      expect(await readFile(path, 'utf8')).toBe(before)
    }
    expect(valueOf(await settings.save({ theme: 'light' })).theme).toBe('light')
  })
})

describe('a settings file that is damaged', () => {
  test.for(['', 'null', '{"theme": "dark"', '[1]', '\0\0\0', '\uFEFF{}', '"dark"'])(
    'with %j is kept aside, and the defaults are used',
    async (content) => {
      const path = await settingsPath(content)
      const settings = await openSettings(path)
      expect(settings.current).toEqual(defaultSettings)
      const [aside, ...others] = await readdir(dirname(path))
      expect([aside, others]).toEqual([
        expect.stringMatching(/^settings\.json\.corrupt-\d{4}-\d{2}-\d{2}T[\d.-]+Z$/),
        [],
      ])
      expect(await readFile(join(dirname(path), aside ?? ''), 'utf8')).toBe(content)
      valueOf(await settings.save({ theme: 'dark' }))
      expect((await openSettings(path)).current.theme).toBe('dark')
    },
  )

  test('while the program runs is kept aside as well when something is saved', async () => {
    const path = await settingsPath()
    const settings = await openSettings(path)
    valueOf(await settings.save({ theme: 'dark' }))
    await writeFile(path, '{')
    expect(valueOf(await settings.save({ authorName: 'Ada' }))).toMatchObject({ theme: 'dark', authorName: 'Ada' })
    expect((await readdir(dirname(path))).toSorted()).toEqual(['settings.json', expect.stringMatching(/corrupt/)])
  })
})

describe('a settings file with something in it that this version does not understand', () => {
  const newer = {
    library: '/media/stick/Lanyard',
    exports: null,
    theme: 'neon',
    authorName: 'Ada',
    colours: { ink: 'blue' },
    zoom: 1.5,
  }

  test('is used as far as it is understood, and left as it is', async () => {
    const path = await settingsPath(JSON.stringify(newer))
    expect((await openSettings(path)).current).toEqual({
      ...defaultSettings,
      library: '/media/stick/Lanyard',
      authorName: 'Ada',
    })
    expect(await readdir(dirname(path))).toEqual(['settings.json'])
    expect(await readFile(path, 'utf8')).toBe(JSON.stringify(newer))
  })

  test('keeps that when something else is saved', async () => {
    const path = await settingsPath(JSON.stringify(newer))
    valueOf(await (await openSettings(path)).save({ authorName: 'Grace' }))
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      ...newer,
      backup: null,
      mergeCopies: true,
      authorName: 'Grace',
    })
    expect(await readdir(dirname(path))).toEqual(['settings.json'])
  })

  test('keeps what a newer version has saved while this one was running', async () => {
    const path = await settingsPath('{}')
    const settings = await openSettings(path)
    await writeFile(path, JSON.stringify(newer))
    valueOf(await settings.save({ exports: '/e' }))
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ zoom: 1.5, theme: 'neon', exports: '/e' })
  })

  test('takes a value that the user has chosen in the place of one that it did not understand', async () => {
    const path = await settingsPath(JSON.stringify(newer))
    valueOf(await (await openSettings(path)).save({ theme: 'dark' }))
    expect((await openSettings(path)).current.theme).toBe('dark')
  })

  test('is not led astray by a key that means something to JavaScript', async () => {
    const path = await settingsPath('{"authorName": "Ada", "__proto__": {"theme": "dark"}, "constructor": 1}')
    const settings = await openSettings(path)
    expect(settings.current).toEqual({ ...defaultSettings, authorName: 'Ada' })
    valueOf(await settings.save({ exports: '/e' }))
    expect((await openSettings(path)).current).toEqual({ ...defaultSettings, authorName: 'Ada', exports: '/e' })
  })
})

test('what an interrupted write left beside the settings is swept at the start', async () => {
  const path = await settingsPath('{}')
  await writeFile(join(dirname(path), `.settings.json.${process.pid}-0b5e6f6c-6d5e-4f0a-9a51-3c2b1a0f9e8d.tmp`), '{')
  await openSettings(path)
  expect(await strayFiles(dirname(path))).toEqual([])
})
