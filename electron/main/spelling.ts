import type { Session } from 'electron'

/**
 * Chromium's spell checker would fetch a dictionary from the network by itself, on every system but macOS, which has its
 * own. Nothing leaves this computer unasked, so there it is given no language and no address to fetch from.
 */
export function spellOffline(session: Session): void {
  if (process.platform === 'darwin') return
  session.setSpellCheckerDictionaryDownloadURL('app://lanyard/dictionaries/')
  session.setSpellCheckerLanguages([])
}
