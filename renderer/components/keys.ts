/** Whether the keyboard has a Command key that does what Ctrl does elsewhere. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

const macSigns: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃' }

/**
 * A key or chord as this system's menus write it.
 *
 * @example shownKeys('Mod+E') // "Ctrl E", on a Mac "⌘E"
 */
export function shownKeys(chord: string): string {
  const keys = chord.split('+')
  return isMac
    ? keys.map((key) => macSigns[key] ?? key).join('')
    : keys.map((key) => (key === 'Mod' ? 'Ctrl' : key)).join(' ')
}

/** The same in the words of `aria-keyshortcuts`. */
export function ariaKeys(chord: string): string {
  return chord.replace('Mod', isMac ? 'Meta' : 'Control')
}
