import { type Chord, typesCharacter } from '../../electron/shared/chord.ts'
import { type CommandId, commandIds, commands, type Scope } from '../../electron/shared/commands.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { isMac, isPressed, type PressedKey } from '../components/keys.ts'

/**
 * Where the focus is, as far as it matters for shortcuts. `entry`: on a row of the entry list or on a session.
 * `list`: elsewhere among the entries, the sessions or the days. `field`: in a text whose every letter becomes part of the trip. `draft`: in any other text,
 * which its control applies later.
 */
export type Focus = 'field' | 'draft' | 'entry' | 'list' | 'control' | 'nothing'

/** The keys of a command on this system. Menus and tooltips show the first. */
export function chordsOf(id: CommandId, onMac: boolean = isMac): readonly Chord[] {
  const { keys = [], macKeys = [], pcKeys = [] } = commands[id]
  return onMac ? [...keys, ...macKeys] : [...pcKeys, ...keys]
}

/** The keys of a command that work while a text has the focus. */
export const chordsInText = (id: CommandId): readonly Chord[] => chordsOf(id).filter((chord) => !typesCharacter(chord))

function isHeard(id: CommandId, chord: Chord, focus: Focus): boolean {
  const { focus: wanted, scope } = commands[id]
  if (typesCharacter(chord)) {
    if (focus === 'field' || focus === 'draft') return false
    if ((scope === 'journal' || scope === 'programme') && focus !== 'entry' && focus !== 'list') return false
  }
  switch (wanted) {
    case undefined:
      return true
    case 'outside-draft':
      return focus !== 'draft'
    case 'entry':
      return focus === 'entry'
    case 'nothing':
      return focus === 'nothing'
    case 'control':
      return false
    default:
      return assertNever(wanted)
  }
}

/**
 * The command of these scopes that a pressed key stands for; `null` if there is no such command, or a control handles
 * the key itself.
 */
export function commandAt(
  pressed: PressedKey,
  scopes: readonly Scope[],
  focus: Focus,
  onMac: boolean = isMac,
): CommandId | null {
  const found = commandIds.find(
    (id) =>
      scopes.includes(commands[id].scope) &&
      chordsOf(id, onMac).some((chord) => isPressed(chord, pressed, onMac) && isHeard(id, chord, focus)),
  )
  return found ?? null
}

/** Whether a pressed key stands for a command, for a control that handles the key itself. */
export const isCommandKey = (id: CommandId, pressed: PressedKey): boolean =>
  chordsOf(id).some((chord) => isPressed(chord, pressed))
