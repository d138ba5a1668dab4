import { isMac } from '../components/keys.ts'
import { useApp } from '../state/app-state.ts'
import { type Command, runCommand } from './run-command.ts'
import { useTrip } from '../state/open-trip.ts'
import { focusPane } from './panes.ts'

const commandKeys: Record<string, Command> = { '1': 'journal', '3': 'report', e: 'export', ',': 'settings' }
const shiftedKeys: Record<string, Command> = { h: 'history' }

/** Whether keys that are letters belong to what has the focus, and not to the window. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}

/** What a key does in the whole window; whether it did something. */
function act(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase()
  const mod = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  if (key === 'f6') return focusPane(event.shiftKey ? -1 : 1)
  if (event.altKey) return false
  if (mod && key === 'z') {
    if (isTyping(event.target) || useApp.getState().dialog !== null) return false
    const { undo, redo } = useTrip.getState()
    void (event.shiftKey ? redo() : undo())
    return true
  }
  if (mod) {
    const command = event.shiftKey ? shiftedKeys[key] : commandKeys[key]
    return command !== undefined && runCommand(command)
  }
  return event.key === '?' && !mod && !isTyping(event.target) && runCommand('keys')
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  // A menu of the system with the same key stays quiet when the page has done it.
  if (act(event)) event.preventDefault()
}

/** Listens to the keys of the window until the function that it returns is called. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
