import { useEffect } from 'react'
import { type CommandId, commands, type Scope } from '../../electron/shared/commands.ts'
import { useApp } from '../state/app-state.ts'
import { captureIds } from './capture-ids.ts'
import { commandAt, type Focus } from './command-keys.ts'
import type { CommandParts } from './command-part.ts'
import { isStillLoading, partOf, provideCommands, type ProvidedScope, runCommand } from './run-command.ts'

/** Whether a target takes text, so that letters belong to it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}

function focusAt(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement) || target === document.body) return 'nothing'
  if (isTyping(target)) return target.closest('[data-undo]')?.getAttribute('data-undo') === 'trip' ? 'field' : 'draft'
  if (target.closest('[data-entries] [role="row"], [data-sessions] [data-session]')) return 'entry'
  return target.closest('[data-letters]') ? 'list' : 'control'
}

/** Whether the keys belong to something that floats above the page: a dialog, a menu, a list of choices. */
function isCovered(target: EventTarget | null): boolean {
  if (useApp.getState().dialog !== null) return true
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}

/**
 * Handles the keys of some scopes until the returned function is called.
 *
 * @param options.capture handles a key before the focused control does
 */
function listenFor(scopes: readonly Scope[], options: { capture: boolean }, only?: readonly CommandId[]): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isCovered(event.target)) return
    const id = commandAt(event, scopes, focusAt(event.target))
    if (id === null || (partOf(id) === undefined && !isStillLoading(id)) || only?.includes(id) === false) return
    const isIdle = event.repeat && commands[id].repeats !== true
    if (!isIdle && !runCommand(id)) return
    // Keeps a system menu with the same key from running the command again.
    event.preventDefault()
    if (options.capture) event.stopPropagation()
  }
  window.addEventListener('keydown', onKeyDown, options)
  return () => window.removeEventListener('keydown', onKeyDown, options)
}

/** Listens for the keys that work in every place, until the function that it returns is called. */
export function listenToKeys(): () => void {
  const stops = [
    listenFor(['window', 'trip'], { capture: false }),
    // In the journal and in a text, these keys have been handled by then.
    listenFor(['journal', 'text'], { capture: false }, captureIds),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/**
 * Makes the commands of a scope available, with their keys, as long as the component is mounted.
 *
 * @param parts keep their identity as long as they do the same (`useMemo`)
 */
export function useCommands<S extends ProvidedScope>(scope: S, parts: CommandParts<S>): void {
  useEffect(() => provideCommands(scope, parts), [scope, parts])
  // Before the list sees the key: it would treat Alt with an arrow like the arrow alone.
  useEffect(() => listenFor([scope], { capture: true }), [scope])
}
