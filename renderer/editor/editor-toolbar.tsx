import { redo, undo } from '@codemirror/commands'
import type { StateCommand } from '@codemirror/state'
import {
  Bold,
  Code,
  Heading,
  ImagePlus,
  Italic,
  Link,
  List,
  ListOrdered,
  ListTodo,
  Quote,
  Redo2,
  Table,
  Undo2,
} from 'lucide-react'
import { memo, useSyncExternalStore } from 'react'
import { Group, Separator, Toolbar } from 'react-aria-components'
import { IconButton } from '../components/icon-button.tsx'
import { Menu } from '../components/menu.tsx'
import { formatKeys } from './editor-keys.ts'
import {
  insertTable,
  setHeading,
  toggleBulletedList,
  toggleNumberedList,
  toggleQuote,
  toggleTaskList,
} from './format-block.ts'
import { insertLink, toggleBold, toggleCode, toggleItalic } from './format-inline.ts'
import type { StatusStore } from './status-store.ts'
import './editor-toolbar.css'

/** CodeMirror's names of keys in those of the window's menus. */
function chord(key: (typeof formatKeys)[keyof typeof formatKeys]): string {
  return key
    .split('-')
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}

/** Waits until a menu has closed and has put the focus where it was: two frames, for the second begins after that. */
const afterClosing = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act))

export interface EditorToolbarProps {
  status: StatusStore
  /** Runs a command on the text and gives the cursor back to it. */
  run: (command: StateCommand) => void
  /** `null` where the text takes no pictures. */
  choosePictures: (() => void) | null
}

/** What can be done to the text, each with its key. Typing does not draw it again, unless it changes what it shows. */
export const EditorToolbar = memo(function EditorToolbar({ status, run, choosePictures }: EditorToolbarProps) {
  const at = useSyncExternalStore(status.subscribe, status.get)
  const heading = (level: 0 | 1 | 2 | 3, label: string) => ({
    id: `heading-${level}`,
    label,
    keys: chord(level === 0 ? formatKeys.text : formatKeys[`heading${level}`]),
    // A menu that closes gives the focus back to its button; the text takes it from there.
    onAction: () => afterClosing(() => run(setHeading(level))),
  })
  return (
    <Toolbar className="editor-toolbar" aria-label="Formatting">
      <Menu
        label="Heading"
        trigger={
          <IconButton
            label={at.heading > 0 ? `Heading ${at.heading}` : 'Heading'}
            icon={<Heading aria-hidden />}
            className={at.heading > 0 ? 'editor-toolbar-on' : ''}
          />
        }
        items={[
          heading(1, 'Heading 1'),
          heading(2, 'Heading 2'),
          heading(3, 'Heading 3'),
          { id: 'separator', separator: true },
          heading(0, 'Plain text'),
        ]}
      />
      <Group className="editor-toolbar-group" aria-label="Words">
        <IconButton
          label="Bold"
          keys={chord(formatKeys.bold)}
          icon={<Bold aria-hidden />}
          isSelected={at.bold}
          onChange={() => run(toggleBold)}
        />
        <IconButton
          label="Italic"
          keys={chord(formatKeys.italic)}
          icon={<Italic aria-hidden />}
          isSelected={at.italic}
          onChange={() => run(toggleItalic)}
        />
        <IconButton
          label="Link"
          keys={chord(formatKeys.link)}
          icon={<Link aria-hidden />}
          isSelected={at.link}
          onChange={() => run(insertLink)}
        />
        <IconButton
          label="Code"
          keys={chord(formatKeys.code)}
          icon={<Code aria-hidden />}
          isSelected={at.code}
          onChange={() => run(toggleCode)}
        />
      </Group>
      <Separator orientation="vertical" className="editor-toolbar-separator" />
      <Group className="editor-toolbar-group" aria-label="Lines">
        <IconButton
          label="Quote"
          keys={chord(formatKeys.quote)}
          icon={<Quote aria-hidden />}
          isSelected={at.quote}
          onChange={() => run(toggleQuote)}
        />
        <IconButton
          label="Bulleted list"
          keys={chord(formatKeys.bullets)}
          icon={<List aria-hidden />}
          isSelected={at.list === 'bullets'}
          onChange={() => run(toggleBulletedList)}
        />
        <IconButton
          label="Numbered list"
          keys={chord(formatKeys.numbers)}
          icon={<ListOrdered aria-hidden />}
          isSelected={at.list === 'numbers'}
          onChange={() => run(toggleNumberedList)}
        />
        <IconButton
          label="Tasks"
          keys={chord(formatKeys.tasks)}
          icon={<ListTodo aria-hidden />}
          isSelected={at.list === 'tasks'}
          onChange={() => run(toggleTaskList)}
        />
        <IconButton label="Table" icon={<Table aria-hidden />} onPress={() => run(insertTable)} />
        {choosePictures && (
          <IconButton label="Picture" keys="Mod+Shift+I" icon={<ImagePlus aria-hidden />} onPress={choosePictures} />
        )}
      </Group>
      <Separator orientation="vertical" className="editor-toolbar-separator" />
      <Group className="editor-toolbar-group" aria-label="History">
        <IconButton
          label="Undo"
          keys={chord(formatKeys.undo)}
          icon={<Undo2 aria-hidden />}
          isDisabled={!at.canUndo}
          onPress={() => run(undo)}
        />
        <IconButton
          label="Redo"
          keys={chord(formatKeys.redo)}
          icon={<Redo2 aria-hidden />}
          isDisabled={!at.canRedo}
          onPress={() => run(redo)}
        />
      </Group>
    </Toolbar>
  )
})
