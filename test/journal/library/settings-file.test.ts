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
  test('the settings have their defaults at the first start, and nothing is written for them', async () => {
    const path = await settingsPath()
    expect((await openSettings(path)).current).toEqual(defaultSettings)
    await expect(readdir(dirname(path))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('settings are there after a restart, readable by their owner only', async () => {
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

  test('settings that another program has saved in the meantime are kept', async () => {
    const path = await settingsPath()
    const [one, other] = [await openSettings(path), await openSettings(path)]
    valueOf(await one.save({ theme: 'venue' }))
    expect(valueOf(await other.save({ authorName: 'Ada' }))).toMatchObject({ theme: 'venue', authorName: 'Ada' })
  })

  test('settings that are saved at the same time are all saved', async () => {
    const settings = await openSettings(await settingsPath())
    await Promise.all([
      settings.save({ theme: 'dark' }),
      settings.save({ authorName: 'A' }),
      settings.save({ exports: '/e' }),
    ])
    expect(settings.current).toEqual({ ...defaultSettings, theme: 'dark', authorName: 'A', exports: '/e' })
  })

  test('settings that cannot be saved stay unchanged, and the failure says why', async () => {
    const path = await settingsPath()
    const disk = createBrokenDisk()
    const settings = await openSettings(path, disk)
    valueOf(await settings.save({ theme: 'dark' }))
    const before = await readFile(path, 'utf8')
    const steps = disk.operations.findLastIndex(({ name }) => name === 'rename') + 1
    expect(steps).toBeGreaterThan(5)
    // Permanently: if only one read fails, the values in memory are used instead.
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
    'a settings file with %j is moved aside, and the defaults are used',
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

  test('a settings file that is damaged while the program runs is also moved aside on the next save', async () => {
    const path = await settingsPath()
    const settings = await openSettings(path)
    valueOf(await settings.save({ theme: 'dark' }))
    await writeFile(path, '{')
    expect(valueOf(await settings.save({ authorName: 'Ada' }))).toMatchObject({ theme: 'dark', authorName: 'Ada' })
    expect((await readdir(dirname(path))).toSorted()).toEqual(['settings.json', expect.stringMatching(/corrupt/)])
  })
})

describe('a settings file with values that this version does not understand', () => {
  const newer = {
    library: '/media/stick/Lanyard',
    exports: null,
    theme: 'neon',
    authorName: 'Ada',
    colours: { ink: 'blue' },
    zoom: 1.5,
  }

  test('values that are not understood are ignored, and the file is left unchanged', async () => {
    const path = await settingsPath(JSON.stringify(newer))
    expect((await openSettings(path)).current).toEqual({
      ...defaultSettings,
      library: '/media/stick/Lanyard',
      authorName: 'Ada',
    })
    expect(await readdir(dirname(path))).toEqual(['settings.json'])
    expect(await readFile(path, 'utf8')).toBe(JSON.stringify(newer))
  })

  test('values that are not understood are kept when something else is saved', async () => {
    const path = await settingsPath(JSON.stringify(newer))
    valueOf(await (await openSettings(path)).save({ authorName: 'Grace' }))
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      ...newer,
      backup: null,
      destinations: [],
      mergeCopies: true,
      libraryView: 'auto',
      captureKeys: null,
      authorName: 'Grace',
    })
    expect(await readdir(dirname(path))).toEqual(['settings.json'])
  })

  test('values that a newer version has saved while this one was running are kept', async () => {
    const path = await settingsPath('{}')
    const settings = await openSettings(path)
    await writeFile(path, JSON.stringify(newer))
    valueOf(await settings.save({ exports: '/e' }))
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ zoom: 1.5, theme: 'neon', exports: '/e' })
  })

  test('a value that was not understood is replaced when the user sets that setting', async () => {
    const path = await settingsPath(JSON.stringify(newer))
    valueOf(await (await openSettings(path)).save({ theme: 'dark' }))
    expect((await openSettings(path)).current.theme).toBe('dark')
  })

  test('a key with a special meaning in JavaScript does no harm', async () => {
    const path = await settingsPath('{"authorName": "Ada", "__proto__": {"theme": "dark"}, "constructor": 1}')
    const settings = await openSettings(path)
    expect(settings.current).toEqual({ ...defaultSettings, authorName: 'Ada' })
    valueOf(await settings.save({ exports: '/e' }))
    expect((await openSettings(path)).current).toEqual({ ...defaultSettings, authorName: 'Ada', exports: '/e' })
  })
})

test('what an interrupted write left beside the settings is removed at the start', async () => {
  const path = await settingsPath('{}')
  await writeFile(join(dirname(path), `.settings.json.${process.pid}-0b5e6f6c-6d5e-4f0a-9a51-3c2b1a0f9e8d.tmp`), '{')
  await openSettings(path)
  expect(await strayFiles(dirname(path))).toEqual([])
})
