import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dictionaries } from '../../electron/main/spelling-languages.ts'
import type { RunningDesktop } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { addEntry, entryText, makeTrip, openTrip } from '../support/steps.ts'

const trip = { title: 'Lantern Conf 2026', firstDay: '2026-04-14', lastDay: '2026-04-14', city: 'Darmstadt' }

/** What the tests record in the main process. */
interface Seen {
  fetched: string[]
  ready: string[]
  menu: Electron.Menu | null
  word: string
  suggestions: string[]
}

const missing = process.platform === 'darwin' ? 'macOS has dictionaries of its own' : desktopShell.missing

inShell('the spelling', { ...desktopShell, missing }, (shell) => {
  let home: Home
  let lanyard: RunningDesktop

  beforeEach(async () => {
    home = await shell.makeHome()
    lanyard = await openWatched()
  })

  afterEach(async () => {
    await lanyard.kill()
    await home.remove()
  })

  /** Opens the window and records what the spelling checker does in it. */
  async function openWatched(): Promise<RunningDesktop> {
    const opened = await shell.open({ home })
    await inMain(
      opened.app,
      ({ BrowserWindow, Menu, session }) => {
        const seen: Seen = { fetched: [], ready: [], menu: null, word: '', suggestions: [] }
        Object.assign(globalThis, { seen })
        const { defaultSession } = session
        defaultSession.on('spellcheck-dictionary-download-begin', (_, language) => seen.fetched.push(language))
        defaultSession.on('spellcheck-dictionary-initialized', (_, language) => seen.ready.push(language))
        BrowserWindow.getAllWindows()[0]?.webContents.on('context-menu', (_, params) => {
          seen.word = params.misspelledWord
          seen.suggestions = params.dictionarySuggestions
        })
        // A real menu would cover the screen until somebody chooses an item.
        Menu.prototype.popup = function (this: Electron.Menu) {
          seen.menu = this
        }
      },
      null,
    )
    return opened
  }

  const seen = (name: 'fetched' | 'ready' | 'word' | 'suggestions') =>
    inMain(lanyard.app, (_, of) => (globalThis as unknown as { seen: Seen }).seen[of], name)

  const languages = () =>
    inMain(lanyard.app, ({ session }) => session.defaultSession.getSpellCheckerLanguages().toSorted(), null)

  const toggle = (language: string) =>
    inMain(
      lanyard.app,
      ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(),
      `spelling ${language}`,
    )

  /** Right-clicks on the first word of the open entry. */
  async function askAboutFirstWord(): Promise<string> {
    const line = entryText(lanyard.page).locator('.cm-line').first()
    await line.click({ button: 'right', position: { x: 12, y: 8 } })
    return String(await seen('word'))
  }

  test('the spelling is checked from the first start on, and the menu of a misspelt word has the correction', async () => {
    await makeTrip(lanyard.page, trip)
    await entryText(lanyard.page).click()
    await lanyard.page.keyboard.type('Mispeled words everywhere. ')
    await expect.poll(askAboutFirstWord, { timeout: 20_000 }).toBe('Mispeled')
    expect(await seen('suggestions')).toContain('Misspelled')
    await inMain(
      lanyard.app,
      () => {
        const { menu } = (globalThis as unknown as { seen: Seen }).seen
        menu?.items.find(({ label }) => label === 'Misspelled')?.click()
      },
      null,
    )
    await expect.poll(() => entryText(lanyard.page).innerText()).toContain('Misspelled words everywhere.')
    expect(await seen('fetched')).toEqual([])
  })

  test('the spelling checker has every language that it offers, without downloading any', async () => {
    const all = dictionaries.map(({ language }) => language).toSorted()
    await expect.poll(languages).not.toEqual([])
    const first = await languages()
    for (const language of all.filter((name) => !first.includes(name))) await toggle(language)
    await expect.poll(languages, { timeout: 20_000 }).toEqual(all)
    const ready = async () => [...new Set(await seen('ready'))].toSorted()
    await expect.poll(ready, { timeout: 20_000 }).toEqual(expect.arrayContaining(all.filter((l) => !first.includes(l))))
    expect(await seen('fetched')).toEqual([])
    const placed = await readdir(join(home.own, 'Dictionaries'))
    expect(placed.filter((name) => name.endsWith('.bdic')).toSorted()).toEqual(
      dictionaries.map(({ file }) => file).toSorted(),
    )
  })

  test('the spelling is checked in the chosen language, also after a restart', async () => {
    await expect.poll(languages).not.toEqual([])
    for (const language of await languages()) await toggle(language)
    await toggle('de')
    await expect.poll(languages).toEqual(['de'])
    await makeTrip(lanyard.page, trip)
    await lanyard.quit()
    lanyard = await openWatched()
    await expect.poll(languages).toEqual(['de'])
    await openTrip(lanyard.page, trip.title)
    await addEntry(lanyard.page, 'note')
    await entryText(lanyard.page).click()
    await lanyard.page.keyboard.type('Strasenbahn und Straßenbahn. ')
    await expect.poll(askAboutFirstWord, { timeout: 20_000 }).toBe('Strasenbahn')
    expect(await seen('suggestions')).toContain('Straßenbahn')
    expect(await seen('fetched')).toEqual([])
  })

  test('a language whose dictionary cannot be stored is not checked, which is reported, and the text is kept', async () => {
    await expect.poll(languages).not.toEqual([])
    const before = await languages()
    await rm(join(home.own, 'Dictionaries'), { recursive: true })
    await writeFile(join(home.own, 'Dictionaries'), 'not a folder')
    await inMain(
      lanyard.app,
      ({ dialog }) => {
        dialog.showMessageBox = async (...args: unknown[]) => {
          Object.assign(globalThis, { said: args.at(-1) })
          return { response: 0, checkboxChecked: false }
        }
      },
      null,
    )
    await toggle('nl')
    const said = () => inMain(lanyard.app, () => (globalThis as unknown as { said: unknown }).said, null)
    await expect.poll(said).toMatchObject({
      message: 'The spelling of Dutch cannot be checked.',
      detail: expect.stringContaining('Could not install the dictionary'),
    })
    await expect.poll(languages).not.toContain('nl')
    expect(before).not.toContain('nl')
    const log = () => readFile(join(home.own, 'logs', 'lanyard.log'), 'utf8')
    await expect.poll(log).toMatch(/ warn spelling\.missing failure=disk\./)
    expect(await seen('fetched')).toEqual([])
  })
})
