import {
  ArrowLeft,
  ArrowRight,
  CalendarDays,
  CopyPlus,
  History,
  Lock,
  MoonStar,
  PanelLeft,
  Rows3,
  Star,
  Tag,
  TextCursorInput,
  Trash2,
} from 'lucide-react'
import { useMemo } from 'react'
import type { EntryFields } from '../../electron/shared/entries/fields.ts'
import type { PlainKey } from '../../electron/shared/messages/message.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Entry, EntryKind } from '../../electron/shared/trip.ts'
import type { CommandPart, CommandParts } from '../commands/command-part.ts'
import { useCommands } from '../commands/listen-to-keys.ts'
import type { MarkdownEditorHandle } from '../editor/markdown-editor.tsx'
import { useApp } from '../state/app-state.ts'
import { openCaptureTarget } from '../state/open-capture-target.ts'
import { useTrip } from '../state/open-trip.ts'
import { hasSeveralPanes, usePanes } from '../state/panes-state.ts'
import { kindIcons } from './kind-icon.tsx'
import { goThroughTrail, useTrail } from './entry-trail.ts'
import { selectedEntries } from './selected-entries.ts'

/** Moves entries to a day, before another entry or, with `null`, to the end of the day. */
export type MoveEntries = (entryIds: readonly string[], day: string, before: string | null) => void

/** What the commands need from the parts of the screen. The functions keep their identity. */
export interface JournalParts {
  /** The editor of the open entry; `null` if no entry is open. */
  openEditor: () => MarkdownEditorHandle | null
  add: (kind: EntryKind, fields?: EntryFields) => void
  /** Moves the selected entries a step up or down. */
  step: (step: 1 | -1) => void
  /** Asks for the day to move the selected entries to. */
  askForDay: () => void
  /** Asks for the tags of the selected entries. */
  askForTags: () => void
  focusText: () => void
  /** Opens the details of the open entry, or goes on from them to its text. */
  goToDetails: () => void
  focusList: () => void
  /** Hides or shows the days and the list. */
  toggleLists: () => void
  /** Shows what of the chosen day is told, and asks about the rest. */
  lookBack: () => void
}

async function withOpenEntry(act: (entryId: string) => Promise<void>): Promise<void> {
  const { entryId } = useTrip.getState()
  if (entryId !== null) await act(entryId)
}

type Mark = 'highlight' | 'private'

const haveMark = (entries: readonly Entry[], mark: Mark) => entries.length > 0 && entries.every((entry) => entry[mark])

/** Gives all selected entries a mark, or takes it from them if all have it. */
async function toggle(mark: Mark): Promise<void> {
  const { trip, editEntry, editSeveral } = useTrip.getState()
  const selected = selectedEntries()
  if (selected.length > 1) return editSeveral(selected, (_, all) => ({ [mark]: !haveMark(all, mark) }))
  const entry = trip?.entries.find(({ id }) => id === selected[0])
  if (entry) editEntry(entry.id, { [mark]: !entry[mark] })
}

async function deleteSelected(): Promise<void> {
  const { deleteEntry, deleteSeveral } = useTrip.getState()
  const selected = selectedEntries()
  const [only] = selected
  if (selected.length > 1) await deleteSeveral(selected)
  else if (only !== undefined) await deleteEntry(only)
}

const noEntries: readonly Entry[] = []

/** What was last found: each command of a menu asks for the same, among up to 40,000 entries. */
let found = { entries: noEntries, ids: '', selected: noEntries }

function selectedNow(): readonly Entry[] {
  const entries = useTrip.getState().trip?.entries ?? noEntries
  const selected = selectedEntries()
  const ids = selected.join(' ')
  if (found.entries !== entries || found.ids !== ids) {
    const wanted = new Set(selected)
    found = { entries, ids, selected: entries.filter(({ id }) => wanted.has(id)) }
  }
  return found.selected
}

/** The command that makes the selected entries one kind. */
const makes = (kind: EntryKind): CommandPart => ({
  icon: kindIcons[kind],
  when: () => selectedNow().some((entry) => entry.kind !== kind),
  run: () => useTrip.getState().changeKind(selectedEntries(), kind),
})

const isAnySelected = () => selectedEntries().length > 0
const selectedCount = () => ({ count: selectedEntries().length })
const markParams = (mark: Mark) => ({
  ...selectedCount(),
  isOn: haveMark(selectedNow(), mark) ? ('yes' as const) : ('other' as const),
})

/** The commands of the journal, available with their keys as long as it is on the screen. */
export function useJournalCommands(parts: JournalParts): CommandParts<'journal'> {
  const { openEditor, add, step, askForDay, askForTags, focusText, goToDetails, focusList, toggleLists, lookBack } =
    parts
  const commands = useMemo<CommandParts<'journal'>>(() => {
    const intoText = (act: (handle: MarkdownEditorHandle) => void, isMissing: PlainKey) => async () => {
      if (openEditor() === null) await openCaptureTarget()
      const handle = openEditor()
      if (handle) act(handle)
      else useApp.getState().notify(t(isMissing))
    }
    return {
      'new-note': { run: () => add('note') },
      'new-talk': { run: () => add('talk') },
      'new-person': { run: () => add('encounter') },
      'new-idea': { run: () => add('note', { tags: [t('journal.idea-tag')] }) },
      'new-quote': { run: intoText((text) => text.insertQuote(), 'journal.quote-needs-entry') },
      'new-picture': { run: intoText((text) => text.choosePictures(), 'journal.picture-needs-entry') },
      'previous-entry': { run: focusList },
      'next-entry': { run: focusList },
      back: { icon: ArrowLeft, run: () => goThroughTrail(-1, focusText) },
      forward: { icon: ArrowRight, run: () => goThroughTrail(1, focusText) },
      'toggle-lists': {
        icon: PanelLeft,
        name: () => t(usePanes.getState().areHidden ? 'journal.show-lists' : 'journal.hide-lists'),
        when: hasSeveralPanes,
        run: toggleLists,
      },
      'compact-rows': {
        icon: Rows3,
        name: () => t(usePanes.getState().isCompact ? 'journal.detailed-rows' : 'journal.compact-rows'),
        run: () => usePanes.getState().toggleCompact(),
      },
      evening: { icon: MoonStar, run: lookBack },
      write: { run: focusText },
      'leave-entry': { run: focusList },
      'star-entry': {
        icon: Star,
        name: () => t('journal.star-selected', markParams('highlight')),
        when: isAnySelected,
        run: () => toggle('highlight'),
      },
      'private-entry': {
        icon: Lock,
        name: () => t('journal.private-selected', markParams('private')),
        when: isAnySelected,
        run: () => toggle('private'),
      },
      'tag-entry': {
        icon: Tag,
        name: () => t('journal.tag-selected', selectedCount()),
        when: isAnySelected,
        run: askForTags,
      },
      'make-talk': makes('talk'),
      'make-note': makes('note'),
      'make-person': makes('encounter'),
      'move-entry-up': { run: () => step(-1) },
      'move-entry-down': { run: () => step(1) },
      'move-to-day': {
        icon: CalendarDays,
        name: () => t('journal.move-selected', selectedCount()),
        when: isAnySelected,
        run: askForDay,
      },
      'entry-details': {
        icon: TextCursorInput,
        when: () => useTrip.getState().entryId !== null,
        run: goToDetails,
      },
      'duplicate-entry': {
        icon: CopyPlus,
        when: () => selectedEntries().length === 1,
        run: () => withOpenEntry((entryId) => useTrip.getState().duplicateEntry(entryId)),
      },
      'entry-history': {
        icon: History,
        when: isAnySelected,
        run: () => useApp.getState().openDialog('entry-history'),
      },
      'delete-entry': {
        icon: Trash2,
        name: () => t('journal.delete-selected', selectedCount()),
        when: isAnySelected,
        run: deleteSelected,
      },
    }
  }, [openEditor, add, step, askForDay, askForTags, focusText, goToDetails, focusList, toggleLists, lookBack])
  useCommands('journal', commands)
  useTrail()
  return commands
}
