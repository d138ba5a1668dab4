import { CalendarDays, CopyPlus, History, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import type { PlainKey } from '../../electron/shared/messages/message.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { EntryKind } from '../../electron/shared/trip.ts'
import type { CommandParts } from '../commands/command-part.ts'
import { useCommands } from '../commands/listen-to-keys.ts'
import type { MarkdownEditorHandle } from '../editor/markdown-editor.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { stepTarget } from './entry-row.ts'

/** What the commands need from the parts of the screen. The functions keep their identity. */
export interface JournalParts {
  /** The editor of the open entry; `null` if no entry is open. */
  openEditor: () => MarkdownEditorHandle | null
  add: (kind: EntryKind) => void
  move: (entryId: string, day: string, before: string | null) => void
  /** Asks for the day to move the open entry to. */
  askForDay: () => void
  focusText: () => void
  focusList: () => void
}

function moveBy(step: 1 | -1, move: JournalParts['move']): void {
  const { trip, entryId } = useTrip.getState()
  const entry = trip?.entries.find(({ id }) => id === entryId)
  if (!trip || !entry) return
  const ofDay = trip.entries.filter(({ day }) => day === entry.day).map(({ id }) => id)
  const before = stepTarget(ofDay, entry.id, step)
  if (before !== undefined) move(entry.id, entry.day, before)
}

async function withOpenEntry(act: (entryId: string) => Promise<void>): Promise<void> {
  const { entryId } = useTrip.getState()
  if (entryId !== null) await act(entryId)
}

/** The commands of the journal, available with their keys as long as it is on the screen. */
export function useJournalCommands(parts: JournalParts): CommandParts<'journal'> {
  const { openEditor, add, move, askForDay, focusText, focusList } = parts
  const commands = useMemo<CommandParts<'journal'>>(() => {
    const intoText = (act: (handle: MarkdownEditorHandle) => void, isMissing: PlainKey) => () => {
      const handle = openEditor()
      if (handle) act(handle)
      else useApp.getState().notify(t(isMissing))
    }
    return {
      'new-note': { run: () => add('note') },
      'new-talk': { run: () => add('talk') },
      'new-person': { run: () => add('encounter') },
      'new-quote': { run: intoText((text) => text.insertQuote(), 'journal.quote-needs-entry') },
      'new-picture': { run: intoText((text) => text.choosePictures(), 'journal.picture-needs-entry') },
      'previous-entry': { run: focusList },
      'next-entry': { run: focusList },
      write: { run: focusText },
      'leave-entry': { run: focusList },
      'move-entry-up': { run: () => moveBy(-1, move) },
      'move-entry-down': { run: () => moveBy(1, move) },
      'move-to-day': { icon: CalendarDays, run: askForDay },
      'duplicate-entry': {
        icon: CopyPlus,
        run: () => withOpenEntry((entryId) => useTrip.getState().duplicateEntry(entryId)),
      },
      'entry-history': { icon: History, run: () => useApp.getState().openDialog('entry-history') },
      'delete-entry': {
        icon: Trash2,
        run: () => withOpenEntry((entryId) => useTrip.getState().deleteEntry(entryId)),
      },
    }
  }, [openEditor, add, move, askForDay, focusText, focusList])
  useCommands('journal', commands)
  return commands
}
