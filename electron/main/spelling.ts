import { type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions, type Session } from 'electron'
import type { Log } from '../journal/diagnostics/log.ts'
import { locale, render, t } from '../shared/messages/translate.ts'
import type { Failure } from '../shared/result.ts'
import { dictionaries, usualLanguages } from './spelling-languages.ts'

/** Where Chromium looks for missing dictionaries: an address that leads nowhere and needs no network. */
const nowhere = 'app://lanyard/dictionaries/'

export interface SpellingOptions {
  /** The folder of the dictionaries that came with Lanyard. */
  from: string
  /** Chromium's folder for them. */
  to: string
  /** The languages that were chosen earlier; `null` if no choice has been made. */
  chosen: readonly string[] | null
  /** The languages of the system, as codes, the preferred one first. */
  preferred: readonly string[]
  /** The window in which to show what went wrong; `null` if no window is open. */
  window: () => BrowserWindow | null
  log: Log
}

type OnFailure = (language: string, failure: Failure) => void

export interface Spelling {
  /** Starts checking. Called when the page is ready, because the page need not wait for it. */
  begin: () => void
  /** The chosen languages as codes; `null` if no choice has been made. */
  chosen: () => readonly string[] | null
  /** Menu entries; empty if the system checks the spelling. */
  menu: () => MenuItemConstructorOptions[]
}

/**
 * Checks the spelling without a network. On every system except macOS, which has its own checker, Chromium would
 * download a dictionary for each language, bypassing all request filters. So it is given a language only once that
 * language's dictionary is where it looks first, and an address from which it can download nothing.
 */
export function startSpelling(session: Session, options: SpellingOptions): Spelling {
  if (process.platform === 'darwin') return { begin: () => {}, chosen: () => options.chosen, menu: () => [] }
  const offered = dictionaries.filter(({ language }) => session.availableSpellCheckerLanguages.includes(language))
  let { chosen } = options
  let wanted = new Set(chosen ?? usualLanguages(options.preferred))
  let turn = Promise.resolve()
  const note: OnFailure = (_, { code }) => options.log.note('spelling.missing', { failure: code })
  session.setSpellCheckerDictionaryDownloadURL(nowhere)
  session.setSpellCheckerLanguages([])

  /** Applies the chosen languages, one change after the other, so that the last choice wins. */
  function check(onFailure: OnFailure): void {
    turn = turn
      .then(() => checkNow(onFailure))
      .catch(() => options.log.note('spelling.missing', { failure: 'internal' }))
  }

  async function checkNow(onFailure: OnFailure): Promise<void> {
    // Loaded late, because the window opens without it.
    const { placeDictionary } = await import('./place-dictionary.ts')
    const placed: string[] = []
    for (const dictionary of offered.filter(({ language }) => wanted.has(language))) {
      const result = await placeDictionary(dictionary, options.from, options.to)
      if (result.ok) placed.push(dictionary.language)
      else onFailure(dictionary.language, result.error)
    }
    session.setSpellCheckerLanguages(placed)
    for (const { language } of offered) {
      const item = Menu.getApplicationMenu()?.getMenuItemById(idOf(language))
      if (item) item.checked = placed.includes(language)
    }
  }

  // A newer Chromium may want a dictionary in another format; then there is no checking in this language.
  session.on('spellcheck-dictionary-download-failure', () => options.log.note('spelling.missing', { failure: null }))

  function toggle(language: string, isWanted: boolean): void {
    wanted = new Set([...wanted].filter((other) => other !== language))
    if (isWanted) wanted.add(language)
    chosen = [...wanted]
    check((failed, failure) => {
      note(failed, failure)
      const open = options.window()
      if (failed === language && open !== null) void showFailure(open, language, failure)
    })
  }

  return {
    begin: () => check(note),
    chosen: () => chosen,
    menu: () =>
      offered.map(({ language }) => ({
        id: idOf(language),
        label: nameOf(language),
        type: 'checkbox',
        checked: wanted.has(language),
        click: (item) => toggle(language, item.checked),
      })),
  }
}

const idOf = (language: string) => `spelling ${language}`

function nameOf(language: string): string {
  return new Intl.DisplayNames([locale()], { type: 'language' }).of(language) ?? language
}

async function showFailure(window: BrowserWindow, language: string, failure: Failure): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('spelling.not-checked', { language: nameOf(language) }),
    detail: render(failure),
  })
}
