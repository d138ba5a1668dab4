import { redo, undo } from '@codemirror/commands'
import type { Command } from '@codemirror/view'
import { Heading, ImagePlus, Redo2, Undo2 } from 'lucide-react'
import { memo, useSyncExternalStore } from 'react'
import { Group, Separator, Toolbar } from 'react-aria-components'
import type { CommandsIn } from '../../electron/shared/commands.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { commandName } from '../commands/command-entries.tsx'
import { chordsInText, chordsOf } from '../commands/command-keys.ts'
import { IconButton } from '../components/icon-button.tsx'
import { IconToggle } from '../components/icon-toggle.tsx'
import { Menu } from '../components/menu.tsx'
import type { StatusStore } from './status-store.ts'
import { textCommands } from './text-commands.ts'
import './editor-toolbar.css'

/** Waits until a menu has closed and has put the focus back, which takes until the second frame. */
const afterClosing = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act))

export interface EditorToolbarProps {
  status: StatusStore
  /** Runs a command on the text and returns the focus to it. */
  run: (command: Command) => void
  /** `null` if the text accepts no pictures. */
  choosePictures: (() => void) | null
}

/** The buttons that format the text, each with its key. Typing renders it again only if its state changes. */
export const EditorToolbar = memo(function EditorToolbar({ status, run, choosePictures }: EditorToolbarProps) {
  const at = useSyncExternalStore(status.subscribe, status.get)
  const heading = (id: 'heading-1' | 'heading-2' | 'heading-3' | 'plain-text') => ({
    id,
    label: commandName(id),
    keys: chordsOf(id)[0],
    // A closing menu returns the focus to its button; the text takes it from there.
    onAction: () => afterClosing(() => run(textCommands[id].run)),
  })
  const button = (id: CommandsIn<'text'>) => {
    const { icon: Icon, run: command, isOn } = textCommands[id]
    const shared = { label: commandName(id), keys: chordsOf(id)[0], icon: Icon && <Icon aria-hidden /> }
    const act = () => run(command)
    return isOn ? (
      <IconToggle key={id} {...shared} isSelected={isOn(at)} onChange={act} />
    ) : (
      <IconButton key={id} {...shared} onPress={act} />
    )
  }
  return (
    <Toolbar className="editor-toolbar" aria-label={t('editor.formatting')}>
      <Group className="editor-toolbar-group" aria-label={t('editor.group.words')}>
        <Menu
          label={t('editor.heading')}
          trigger={
            <IconButton
              label={at.heading > 0 ? t('editor.heading-at', { level: at.heading }) : t('editor.heading')}
              icon={<Heading aria-hidden />}
              className={at.heading > 0 ? 'editor-toolbar-on' : ''}
            />
          }
          items={[
            heading('heading-1'),
            heading('heading-2'),
            heading('heading-3'),
            { id: 'separator', separator: true },
            heading('plain-text'),
          ]}
        />
        {(['bold', 'italic', 'link', 'code'] as const).map(button)}
      </Group>
      <Separator orientation="vertical" className="editor-toolbar-separator" />
      <Group className="editor-toolbar-group" aria-label={t('editor.group.lines')}>
        {(['quote', 'bulleted-list', 'numbered-list', 'tasks', 'table'] as const).map(button)}
        {choosePictures && (
          <IconButton
            label={t('editor.picture')}
            keys={chordsInText('new-picture')[0]}
            icon={<ImagePlus aria-hidden />}
            onPress={choosePictures}
          />
        )}
      </Group>
      <Separator orientation="vertical" className="editor-toolbar-separator" />
      <Group className="editor-toolbar-group" aria-label={t('editor.group.history')}>
        <IconButton
          label={commandName('undo')}
          keys={chordsOf('undo')[0]}
          icon={<Undo2 aria-hidden />}
          isDisabled={!at.canUndo}
          onPress={() => run(undo)}
        />
        <IconButton
          label={commandName('redo')}
          keys={chordsOf('redo')[0]}
          icon={<Redo2 aria-hidden />}
          isDisabled={!at.canRedo}
          onPress={() => run(redo)}
        />
      </Group>
    </Toolbar>
  )
})
