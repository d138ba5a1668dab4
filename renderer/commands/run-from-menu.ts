import { keysOf } from '../../electron/shared/chord.ts'
import type { MenuCommand } from '../../electron/shared/commands.ts'
import { isMac } from '../components/keys.ts'
import { chordsOf } from './command-keys.ts'
import { isTyping } from './listen-to-keys.ts'
import { runCommand } from './run-command.ts'

/** Runs a command that was chosen in the menu bar. */
export function runFromMenu(command: MenuCommand): void {
  if (command === 'undo' || command === 'redo') walkAtFocus(command)
  else void runCommand(command)
}

/**
 * Undoes or redoes what the key would where the focus is: in a text what was typed there, in a field that only its
 * control knows what that field remembers, and elsewhere the last step.
 */
function walkAtFocus(way: 'undo' | 'redo'): void {
  const target = document.activeElement ?? document.body
  const [chord] = chordsOf(way)
  if (chord === undefined) return
  const { shift, key } = keysOf(chord)
  const pressed = new KeyboardEvent('keydown', {
    key: shift ? key : key.toLowerCase(),
    // The editor reads the code as well.
    keyCode: key.charCodeAt(0),
    ctrlKey: !isMac,
    metaKey: isMac,
    shiftKey: shift,
    bubbles: true,
    cancelable: true,
  })
  const isHandled = !target.dispatchEvent(pressed)
  // There is no other way to a field's own history.
  // oxlint-disable-next-line typescript/no-deprecated
  if (!isHandled && isTyping(target)) document.execCommand(way)
}
