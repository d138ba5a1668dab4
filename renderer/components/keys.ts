import { type Chord, globalKeysPattern, keysOf } from '../../electron/shared/chord.ts'
import type { PlainKey } from '../../electron/shared/messages/message.ts'
import { t } from '../../electron/shared/messages/translate.ts'

/** Whether the keyboard has a Command key that does what Ctrl does elsewhere. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

const names: Readonly<Record<string, PlainKey>> = {
  Backspace: 'key.backspace',
  Delete: 'key.delete',
  Enter: 'key.enter',
  Escape: 'key.escape',
  Space: 'key.space',
}

/** A key as it is labelled on keyboards. */
function formatKey(key: string): string {
  const name = names[key]
  return name === undefined ? (signs[key] ?? key) : t(name)
}

/**
 * Formats a chord the way this system's menus do.
 *
 * @example shownKeys('Mod+E') // "Ctrl E", on a Mac "⌘E"
 */
export function shownKeys(chord: string): string {
  return shownTogether([chord])
}

/**
 * Formats chords that differ only in their last key, with their common part written once.
 *
 * @example shownTogether(['Alt+ArrowUp', 'Alt+ArrowDown']) // "Alt ↑ ↓"
 */
export function shownTogether(chords: readonly string[]): string {
  const [first] = chords
  if (first === undefined) return ''
  const { mod, alt, shift } = keysOf(first)
  const modifiers = isMac ? ['⌘', '⌥', '⇧'] : [t('key.ctrl'), t('key.alt'), t('key.shift')]
  const held = [mod, alt, shift].flatMap((isHeld, index) => (isHeld ? (modifiers[index] ?? []) : []))
  const pressed = chords.map((chord) => formatKey(keysOf(chord).key))
  return isMac ? [...held, pressed.join(' ')].join('') : [...held, ...pressed].join(' ')
}

/** Formats a chord for `aria-keyshortcuts`. */
export function ariaKeys(chord: Chord): string {
  const { mod, alt, shift, key } = keysOf(chord)
  return [mod && (isMac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

/** The relevant part of a `KeyboardEvent`, of the browser's or of React's. */
export interface PressedKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Whether exactly the keys of a chord are down. Shift is ignored for signs that may need it. */
export function isPressed(chord: Chord, pressed: PressedKey, onMac: boolean = isMac): boolean {
  const { mod, alt, shift, key } = keysOf(chord)
  // Nearly every key that is pressed is only a letter of a text, and differs from the chord in this.
  if (pressed.altKey !== alt || (onMac ? pressed.metaKey : pressed.ctrlKey) !== mod) return false
  if ((onMac ? pressed.ctrlKey : pressed.metaKey) || pressed.key.toUpperCase() !== key.toUpperCase()) return false
  const isTypedSign = !mod && !alt && /^[^A-Z0-9]$/.test(key)
  return isTypedSign || pressed.shiftKey === shift
}

/** Whether a modifier is held down that turns the pressed key into another chord. */
export const hasModifier = ({ ctrlKey, metaKey, shiftKey, altKey }: PressedKey): boolean =>
  ctrlKey || metaKey || shiftKey || altKey

/** Whether a key is pressed alone, or with Shift. */
export const isPlain = ({ ctrlKey, metaKey, altKey }: PressedKey): boolean => !ctrlKey && !metaKey && !altKey

/** Whether a key selects everything in a list. */
export const isSelectAll = (pressed: PressedKey): boolean => isPressed('Mod+A', pressed)

/** How far a letter moves through a list, as it does everywhere on a Mac: Ctrl N and Ctrl P. 0 if it does not. */
export function macStep({ key, ctrlKey, metaKey, altKey }: PressedKey): number {
  if (!isMac || !ctrlKey || metaKey || altKey) return 0
  return key === 'n' ? 1 : key === 'p' ? -1 : 0
}

/**
 * The keys that are down as those of a command that works in every program: `Mod+Shift+Space`. `null` as long as only
 * modifiers are down, or if other programs would need them for typing.
 */
export function globalKeys(pressed: PressedKey & { code: string }): string | null {
  const { ctrlKey, metaKey, altKey, shiftKey, code } = pressed
  const mod = isMac ? metaKey : ctrlKey
  // The key by its place: with Alt, letters are other characters on many keyboards.
  const key = code.replace(/^(?:Key|Digit)/, '')
  const keys = [mod && 'Mod', altKey && 'Alt', shiftKey && 'Shift', key].filter(Boolean).join('+')
  return globalKeysPattern.test(keys) ? keys : null
}
