import { moveLineDown, moveLineUp } from '@codemirror/commands'
import { findNext, findPrevious, openSearchPanel } from '@codemirror/search'
import { type Command, type EditorView, type KeyBinding, ViewPlugin } from '@codemirror/view'
import {
  Bold,
  BookmarkPlus,
  Code,
  ImagePlus,
  Italic,
  Link,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Quote,
  SquareCheck,
  Table,
} from 'lucide-react'
import { type CommandsIn, commandsIn } from '../../electron/shared/commands.ts'
import { chordsOf } from '../commands/command-keys.ts'
import type { CommandParts } from '../commands/command-part.ts'
import { provideCommands } from '../commands/run-command.ts'
import { bindKey } from './bind-key.ts'
import { insertPictureSlot, insertTask, markToLookUp } from './capture-text.ts'
import { insertTable, setHeading, toggleBulletedList, toggleNumberedList, toggleTaskList } from './format-block.ts'
import { toggleBold, toggleCode, toggleItalic } from './format-inline.ts'
import { editLink } from './link-command.ts'
import { toggleQuoteOf } from './quote-commands.ts'
import { tickTasks } from './task-boxes.ts'
import type { FormatStatus } from './format-status.ts'

interface TextCommand {
  icon?: LucideIcon
  run: Command
  /** Whether it applies to the selection: its button is then shown as pressed. */
  isOn?: (at: FormatStatus) => boolean
  /** Its keys also work in the find and replace panel. */
  isInPanel?: true
  /** It is followed by words: after it, the focus is in the text, wherever it was. */
  isCapture?: true
  /** Without a selection, its keys are those of a command of the window. */
  keysNeedSelection?: true
}

/** The implementations of the text commands. */
export const textCommands: Readonly<Record<CommandsIn<'text'>, TextCommand>> = {
  bold: { icon: Bold, run: toggleBold, isOn: (at) => at.bold },
  italic: { icon: Italic, run: toggleItalic, isOn: (at) => at.italic },
  link: { icon: Link, run: editLink, isOn: (at) => at.link, keysNeedSelection: true },
  code: { icon: Code, run: toggleCode, isOn: (at) => at.code },
  quote: { icon: Quote, run: toggleQuoteOf, isOn: (at) => at.quote },
  'bulleted-list': { icon: List, run: toggleBulletedList, isOn: (at) => at.list === 'bullets' },
  'numbered-list': { icon: ListOrdered, run: toggleNumberedList, isOn: (at) => at.list === 'numbers' },
  tasks: { icon: ListTodo, run: toggleTaskList, isOn: (at) => at.list === 'tasks' },
  'tick-task': { run: tickTasks },
  'new-task': { icon: SquareCheck, run: insertTask, isCapture: true },
  'look-up': { icon: BookmarkPlus, run: markToLookUp, isCapture: true },
  'picture-slot': { icon: ImagePlus, run: insertPictureSlot, isCapture: true },
  table: { icon: Table, run: insertTable },
  'heading-1': { run: setHeading(1) },
  'heading-2': { run: setHeading(2) },
  'heading-3': { run: setHeading(3) },
  'plain-text': { run: setHeading(0) },
  'move-line-up': { run: moveLineUp },
  'move-line-down': { run: moveLineDown },
  find: { run: openSearchPanel },
  'find-next': { run: findNext, isInPanel: true },
  'find-previous': { run: findPrevious, isInPanel: true },
}

/** The key bindings of the commands above. */
export const textKeys: readonly KeyBinding[] = commandsIn('text').flatMap((id) => {
  const { run, isInPanel, keysNeedSelection = false } = textCommands[id]
  const scope = isInPanel ? 'editor search-panel' : 'editor'
  const runOnSelection: Command = (view) => !view.state.selection.main.empty && run(view)
  const runAlways: Command = (view) => {
    run(view)
    return true
  }
  return chordsOf(id).map((chord) => ({ ...bindKey(chord, keysNeedSelection ? runOnSelection : runAlways), scope }))
})

function partsFor(view: EditorView): CommandParts<'text'> {
  const parts = commandsIn('text').map((id) => [
    id,
    {
      run() {
        textCommands[id].run(view)
        if (textCommands[id].isCapture) view.focus()
      },
    },
  ])
  return Object.fromEntries(parts) as CommandParts<'text'>
}

/** Lets menus run the commands on a visible text, wherever the focus is. */
export const provideTextCommands = ViewPlugin.define((view) => ({
  destroy: provideCommands('text', partsFor(view)),
}))
