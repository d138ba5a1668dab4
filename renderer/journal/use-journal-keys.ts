import { useEffect, type RefObject } from 'react'
import { assertNever } from '../../electron/shared/result.ts'
import type { EntryKind } from '../../electron/shared/trip.ts'
import { isMac } from '../components/keys.ts'
import type { MarkdownEditorHandle } from '../editor/markdown-editor.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { isTyping } from '../commands/window-keys.ts'
import { stepTarget } from './entry-row.ts'
import { journalAction, type JournalAction, type KeyPlace } from './journal-keys.ts'

export interface JournalKeys {
  list: RefObject<HTMLElement | null>
  editor: RefObject<MarkdownEditorHandle | null>
  add: (kind: EntryKind) => void
  move: (entryId: string, day: string, before: string | null) => void
  focusList: () => void
}

function placeOf(target: EventTarget | null, list: HTMLElement | null): KeyPlace {
  if (isTyping(target)) return 'typing'
  if (!(target instanceof HTMLElement) || target === document.body) return 'nowhere'
  return list?.contains(target) && target.closest('[role="row"]') ? 'list' : 'elsewhere'
}

/** Whether something that floats above the screen has the keys: a menu, a dialog, a list of choices. */
function isCovered(target: EventTarget | null): boolean {
  if (useApp.getState().dialog !== null) return true
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}

function act(action: JournalAction, { editor, add, move, focusList }: JournalKeys): void {
  const { trip, entryId, deleteEntry } = useTrip.getState()
  switch (action.do) {
    case 'add':
      add(action.kind)
      return
    case 'quote':
      if (editor.current) editor.current.insertQuote()
      else useApp.getState().say('Open an entry first: a quote stands in its text.')
      return
    case 'picture':
      if (editor.current) editor.current.choosePictures()
      else useApp.getState().say('Open an entry first: a picture stands in its text.')
      return
    case 'move': {
      const entry = trip?.entries.find(({ id }) => id === entryId)
      if (!trip || !entry) return
      const ofDay = trip.entries.filter(({ day }) => day === entry.day).map(({ id }) => id)
      const before = stepTarget(ofDay, entry.id, action.step)
      if (before !== undefined) move(entry.id, entry.day, before)
      return
    }
    case 'delete':
      if (entryId !== null) void deleteEntry(entryId)
      return
    case 'list':
      focusList()
      return
    default:
      assertNever(action)
  }
}

/** Listens to the keys of the journal while it is on the screen. */
export function useJournalKeys({ list, editor, add, move, focusList }: JournalKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isCovered(event.target)) return
      const action = journalAction(event, placeOf(event.target, list.current), isMac)
      if (!action) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat || action.do === 'move') act(action, { list, editor, add, move, focusList })
    }
    // Before the list sees the key: it would take Alt with an arrow for the arrow.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [list, editor, add, move, focusList])
}
