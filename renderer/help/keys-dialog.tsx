import { commandIds, commands, type Scope } from '../../electron/shared/commands.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { commandName } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import { Dialog } from '../components/dialog.tsx'
import { shownKeys } from '../components/keys.ts'
import { useApp } from '../state/app-state.ts'
import './keys-dialog.css'

/** The commands that have keys, in the groups in which they are shown. */
const groups = (
  [
    { name: 'keys.everywhere', scopes: ['window', 'trip', 'dialog'] },
    { name: 'keys.trips', scopes: ['card'] },
    { name: 'keys.entries', scopes: ['journal'] },
    { name: 'keys.programme', scopes: ['programme'] },
    { name: 'keys.editor', scopes: ['text'] },
    { name: 'keys.outline', scopes: ['outline', 'report'] },
  ] as const satisfies readonly { name: string; scopes: readonly Scope[] }[]
).map(({ name, scopes }) => ({
  name,
  ids: commandIds.filter((id) => scopes.some((scope) => scope === commands[id].scope) && chordsOf(id).length > 0),
}))

/** All keys on one page. */
export function KeysDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  return (
    <Dialog title={commandName('keys')} onClose={closeDialog} closesOutside isText>
      {groups.map(({ name, ids }) => (
        <section key={name}>
          <h3 className="keys-group">{t(name)}</h3>
          <dl className="keys">
            {ids.map((id) => (
              <div key={id} className="keys-line">
                <dt>
                  {chordsOf(id).map((chord) => (
                    <kbd key={chord} className="key">
                      {shownKeys(chord)}
                    </kbd>
                  ))}
                </dt>
                <dd>{commandName(id)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
