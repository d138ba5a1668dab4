import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Shell } from '../../../electron/journal/service/context.ts'
import { channels } from '../../../electron/shared/contract/index.ts'
import { ask, bareShell, someEngine } from '../../support/engine.ts'
import { codeOf, messageOf, valueOf } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { someTrip } from '../../support/trips.ts'

/** A shell whose user chooses these folders, one after the other. */
function choosing(...folders: (string | null)[]): Shell & { asked: string[] } {
  const asked: string[] = []
  return {
    ...bareShell,
    asked,
    chooseFolder: async (_question, startAt) => {
      asked.push(startAt)
      return folders.shift() ?? null
    },
  }
}

describe('the information for the window at its start', () => {
  test('the window learns the folders of everything at its start', async () => {
    const documents = await temporaryFolder()
    const engine = await someEngine({ documents })
    const info = valueOf(await ask(engine, 'app.start', {}))
    expect(channels['app.start'].output.parse(info)).toEqual(info)
    expect(info).toMatchObject({
      shell: 'browser',
      version: '1.2.3',
      library: join(documents, 'Lanyard'),
      exports: join(documents, 'Lanyard exports'),
      libraryIsFixed: false,
      canChooseFolders: false,
    })
    expect(await readdir(documents)).toEqual([])
  })

  test('a library that is given at the start overrides the settings', async () => {
    const [documents, library] = [await temporaryFolder(), join(await temporaryFolder(), 'named')]
    const shell = choosing('/elsewhere')
    const engine = await someEngine({ documents, library, shell })
    expect(valueOf(await ask(engine, 'app.start', {}))).toMatchObject({ library, libraryIsFixed: true })
    expect(codeOf(await ask(engine, 'settings.chooseLibrary', {}))).toBe('input.library-fixed')
    expect(shell.asked).toEqual([])
    valueOf(await ask(engine, 'trips.create', someTrip()))
    expect((await readdir(library)).length).toBe(1)
  })
})

describe('settings', () => {
  test('settings that the page may change are stored', async () => {
    const documents = await temporaryFolder()
    const engine = await someEngine({ documents })
    const saved = valueOf(await ask(engine, 'settings.save', { theme: 'venue', authorName: 'Ada' }))
    expect(valueOf(await ask(await someEngine({ documents }), 'app.start', {})).settings).toEqual(saved)
    expect(codeOf(await ask(engine, 'settings.save', { library: '/etc' } as never))).toBe('input.unknown-fields')
  })

  test('the settings contain the library’s folder once the user has chosen one', async () => {
    const [documents, chosen] = [await temporaryFolder(), await temporaryFolder()]
    const shell = choosing(null, chosen)
    const engine = await someEngine({ documents, shell })
    const changes: object[] = []
    engine.on('library.changed', (data) => changes.push(data))
    const first = valueOf(await ask(engine, 'trips.create', someTrip())).trip
    expect(valueOf(await ask(engine, 'settings.chooseLibrary', {}))).toBeNull()
    expect(changes).toEqual([])

    const saving = ask(engine, 'trips.save', { tripId: first.id, changes: { city: 'Ulm' } })
    const info = valueOf(await ask(engine, 'settings.chooseLibrary', {}))
    expect(info).toMatchObject({ library: chosen, settings: { library: chosen } })
    expect(changes).toHaveLength(1)
    expect(shell.asked).toEqual([join(documents, 'Lanyard'), join(documents, 'Lanyard')])
    expect(valueOf(await ask(engine, 'library.list', {})).trips).toEqual([])
    // What was being saved to the previous library is still saved there.
    expect(valueOf(await saving).trip.city).toBe('Ulm')

    valueOf(await ask(engine, 'trips.create', someTrip({ title: 'There' })))
    const next = await someEngine({ documents })
    expect(valueOf(await ask(next, 'library.list', {})).trips.map(({ title }) => title)).toEqual(['There'])
  })

  test('a chosen library whose disk is missing is not created again', async () => {
    const [documents, chosen] = [await temporaryFolder(), await temporaryFolder()]
    valueOf(await ask(await someEngine({ documents, shell: choosing(chosen) }), 'settings.chooseLibrary', {}))
    await rm(chosen, { recursive: true })
    const engine = await someEngine({ documents })
    const answer = await ask(engine, 'library.list', {})
    expect(codeOf(answer)).toBe('library.missing')
    expect(messageOf(answer)).toContain(chosen)
    expect(codeOf(await ask(engine, 'trips.create', someTrip()))).toBe('library.missing')
    await expect(readdir(chosen)).rejects.toMatchObject({ code: 'ENOENT' })
    await mkdir(chosen)
    expect(valueOf(await ask(engine, 'library.list', {})).trips).toEqual([])
  })

  test('the settings contain the folder for exports', async () => {
    const [documents, chosen] = [await temporaryFolder(), await temporaryFolder()]
    const engine = await someEngine({ documents, shell: choosing(null, chosen) })
    expect(valueOf(await ask(engine, 'settings.chooseExports', {}))).toBeNull()
    expect(valueOf(await ask(engine, 'settings.chooseExports', {}))).toMatchObject({ exports: chosen })
    expect(engine.context.exportsFolder()).toBe(chosen)
  })

  test.for(['settings.chooseLibrary', 'settings.chooseExports'] as const)(
    'choosing %s needs a shell with dialogs',
    async (channel) => {
      const answer = await ask(await someEngine(), channel, {})
      expect(codeOf(answer)).toBe('shell.no-folder-dialog')
      expect(messageOf(answer)).toMatch(/Folders cannot be chosen here/)
    },
  )
})

test('the number of unsaved texts in the page reaches the shell', async () => {
  const heard: number[] = []
  const engine = await someEngine({ onFlushed: (unsaved) => heard.push(unsaved) })
  expect(valueOf(await ask(engine, 'app.flushed', { unsaved: 2 }))).toEqual({})
  expect(heard).toEqual([2])
})
