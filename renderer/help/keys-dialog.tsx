import { Dialog } from '../components/dialog.tsx'
import { shownKeys } from '../components/keys.ts'
import { useApp } from '../state/app-state.ts'
import './keys-dialog.css'

interface KeyLine {
  keys: readonly string[]
  does: string
}

const groups: readonly { name: string; lines: readonly KeyLine[] }[] = [
  {
    name: 'Everywhere',
    lines: [
      { keys: ['Mod+1'], does: 'Journal' },
      { keys: ['Mod+3'], does: 'Report' },
      { keys: ['Mod+E'], does: 'Export' },
      { keys: ['Mod+Shift+H'], does: 'History of the trip' },
      { keys: ['Mod+,'], does: 'Settings' },
      { keys: ['F6'], does: 'Next pane; with Shift the one before' },
      { keys: ['Mod+Z'], does: 'Undo, also of delete and move' },
      { keys: ['?'], does: 'These keys' },
    ],
  },
  {
    name: 'Entries',
    lines: [
      {
        keys: ['N', 'T', 'Q', 'P', 'I'],
        does: 'New note, talk, quote, person, picture; in the editor with Ctrl Shift',
      },
      { keys: ['↑', '↓'], does: 'Through the entries' },
      { keys: ['Enter', 'Esc'], does: 'Into the editor, and back out' },
      { keys: ['Alt+↑', 'Alt+↓'], does: 'Move the entry' },
      { keys: ['Delete'], does: 'Delete the entry' },
    ],
  },
  {
    name: 'Editor',
    lines: [
      { keys: ['Mod+B', 'Mod+I', 'Mod+K'], does: 'Bold, italic, link' },
      { keys: ['Mod+F'], does: 'Find and replace here' },
    ],
  },
]

/** All keys on one page. */
export function KeysDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  return (
    <Dialog title="Keys" onClose={closeDialog} closesOutside isText>
      {groups.map(({ name, lines }) => (
        <section key={name}>
          <h3 className="keys-group">{name}</h3>
          <dl className="keys">
            {lines.map(({ keys, does }) => (
              <div key={does} className="keys-line">
                <dt>
                  {keys.map((key) => (
                    <kbd key={key} className="key">
                      {shownKeys(key)}
                    </kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
