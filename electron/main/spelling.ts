import { type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions, type Session } from 'electron'

/** From where Chromium gets its dictionaries. */
const source = 'https://redirector.gvt1.com/edgedl/chrome/dict/'

/** Those that reports are written in; the system's own come before them. */
const usual = ['en-GB', 'en-US', 'de', 'fr', 'es', 'it', 'nl', 'pt-BR', 'pt-PT']

export interface Spelling {
  /** The languages that are checked, as codes. */
  languages: () => readonly string[]
  /** Entries for a menu; none where the system checks spelling by itself. */
  menu: (preferred: readonly string[]) => MenuItemConstructorOptions[]
}

/**
 * Chromium's spell checker would fetch a dictionary from the network by itself, on every system but macOS, which has its
 * own. Nothing leaves this computer unasked: it gets no language before the user has chosen one and has seen from where
 * its dictionary comes. Then it is fetched once and stays.
 *
 * @param chosen the languages that were chosen earlier
 * @param window asks; `null` while there is none
 */
export function startSpelling(
  session: Session,
  chosen: readonly string[],
  window: () => BrowserWindow | null,
): Spelling {
  if (process.platform === 'darwin') return { languages: () => chosen, menu: () => [] }
  let languages: readonly string[] = chosen.filter((language) =>
    session.availableSpellCheckerLanguages.includes(language),
  )
  const check = (wanted: readonly string[]) => {
    languages = wanted
    session.setSpellCheckerDictionaryDownloadURL(wanted.length === 0 ? 'app://lanyard/dictionaries/' : source)
    session.setSpellCheckerLanguages([...wanted])
    for (const language of session.availableSpellCheckerLanguages) {
      const item = Menu.getApplicationMenu()?.getMenuItemById(idOf(language))
      if (item) item.checked = wanted.includes(language)
    }
  }
  check(languages)

  session.on('spellcheck-dictionary-download-failure', (_, language) => {
    check(languages.filter((other) => other !== language))
    const open = window()
    if (open === null) return
    void dialog.showMessageBox(open, {
      type: 'warning',
      message: `The dictionary for ${nameOf(language)} could not be fetched.`,
      detail: 'Your text is not affected. Try again when this computer is online.',
    })
  })

  async function toggle(language: string, wanted: boolean): Promise<void> {
    const others = languages.filter((other) => other !== language)
    const open = window()
    const agreed = wanted && open !== null && (await isAgreed(open, language))
    check(agreed ? [...others, language] : others)
  }

  return {
    languages: () => languages,
    menu: (preferred) =>
      [...new Set([...preferred, ...usual])]
        .filter((language) => session.availableSpellCheckerLanguages.includes(language))
        .map((language) => ({
          id: idOf(language),
          label: nameOf(language),
          type: 'checkbox',
          checked: languages.includes(language),
          click: (item) => void toggle(language, item.checked),
        })),
  }
}

const idOf = (language: string) => `spelling ${language}`

async function isAgreed(window: BrowserWindow, language: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Get the dictionary for ${nameOf(language)}?`,
    detail: `It is fetched once from ${source} and kept on this computer. Nothing that you write is sent anywhere.`,
    buttons: ['Get it', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
}
