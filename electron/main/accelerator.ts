import { keysOf } from '../shared/chord.ts'

/** A chord as Electron writes it. */
export function acceleratorOf(chord: string): string {
  const { mod, alt, shift, key } = keysOf(chord)
  return [mod && 'CmdOrCtrl', alt && 'Alt', shift && 'Shift', key.replace('Arrow', '')].filter(Boolean).join('+')
}
