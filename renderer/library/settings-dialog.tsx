import { useState } from 'react'
import type { StartInfo } from '../../electron/shared/contract/app.ts'
import type { Result } from '../../electron/shared/result.ts'
import type { Settings, Theme } from '../../electron/shared/settings.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Switch } from '../components/switch.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { BackupSettings } from './backup-settings.tsx'
import { HistorySize } from './history-size.tsx'
import { VerifySettings } from './verify-settings.tsx'
import '../components/field.css'
import '../components/folder.css'
import './settings-dialog.css'

const themeItems: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'venue', label: 'Venue' },
]

async function saveSettings(changes: Partial<Pick<Settings, 'theme' | 'authorName' | 'mergeCopies'>>): Promise<void> {
  const { start, setStart, complain } = useApp.getState()
  // A theme is seen at once, also where it cannot be kept.
  setStart({ ...start, settings: { ...start.settings, ...changes } })
  const answer = await bridge.call('settings.save', changes)
  if (answer.ok) setStart({ ...useApp.getState().start, settings: answer.value })
  else complain(answer.error)
}

interface FolderProps {
  label: string
  path: string
  /** Why it cannot be changed here; `null`: it can. */
  fixed: string | null
  choose: () => Promise<Result<StartInfo | null>>
  onChosen: (start: StartInfo) => void
}

function Folder({ label, path, fixed, choose, onChosen }: FolderProps) {
  const change = async () => {
    const answer = await choose()
    if (!answer.ok) useApp.getState().complain(answer.error)
    else if (answer.value) onChosen(answer.value)
  }
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="folder">
        <span className="folder-path">{path}</span>
        {fixed === null && (
          <Button aria-label={`Change the ${label.toLowerCase()}`} onPress={() => void change()}>
            Change…
          </Button>
        )}
      </div>
      {fixed !== null && <span className="field-description">{fixed}</span>}
    </div>
  )
}

/** Asks for another library, once this one has all that is typed: elsewhere, its trips are not there to be saved. */
async function chooseLibrary(): Promise<Result<StartInfo | null>> {
  const saved = await useTrip.getState().saveAll('library')
  return saved.ok ? bridge.call('settings.chooseLibrary', {}) : saved
}

/** Another library: its trips take the place of these. */
const moveTo = (next: StartInfo) => {
  const { setStart, go } = useApp.getState()
  setStart(next)
  useTrip.getState().close()
  go({ name: 'library' })
  void useLibrary.getState().refresh()
}

/** What holds for all trips. Each thing is kept as soon as it is set. */
export function SettingsDialog() {
  const { start, closeDialog } = useApp()
  const [authorName, setAuthorName] = useState(start.settings.authorName)
  const noDialog = start.canChooseFolders
    ? null
    : 'In the browser it is set where Lanyard is started: with --library DIR, or in LANYARD_LIBRARY.'

  const close = () => {
    if (authorName !== start.settings.authorName) void saveSettings({ authorName })
    closeDialog()
  }

  const leaveFor = (dialog: 'report-problem' | 'about' | 'verify' | 'restore') => {
    close()
    useApp.getState().openDialog(dialog)
  }

  return (
    <Dialog title="Settings" onClose={close} closesOutside>
      <div className="settings-part">
        <Choice
          label="Theme"
          items={themeItems}
          value={start.settings.theme}
          onChange={(theme) => void saveSettings({ theme })}
        />
        <p className="field-description">Venue is black and dimmed, with larger text, for a dark hall.</p>
      </div>
      <TextField
        label="Your name"
        description="New trips have it as the author of their report."
        value={authorName}
        onChange={setAuthorName}
        onBlur={() => authorName !== start.settings.authorName && void saveSettings({ authorName })}
      />
      <Folder
        label="Library folder"
        path={start.library}
        fixed={start.libraryIsFixed ? 'It was named when Lanyard was started, so it is not changed here.' : noDialog}
        choose={chooseLibrary}
        onChosen={moveTo}
      />
      <Folder
        label="Export folder"
        path={start.exports}
        fixed={start.canChooseFolders ? null : 'The desktop window can choose another.'}
        choose={() => bridge.call('settings.chooseExports', {})}
        onChosen={(next) => useApp.getState().setStart(next)}
      />
      <BackupSettings onRestore={() => leaveFor('restore')} />
      <VerifySettings onOpen={() => leaveFor('verify')} />
      <HistorySize />
      <div className="settings-part">
        <span className="field-label">Other computers</span>
        <Switch isSelected={start.settings.mergeCopies} onChange={(mergeCopies) => void saveSettings({ mergeCopies })}>
          Merge what other computers wrote by itself
        </Switch>
        <p className="field-description">
          Where a program for shared folders finds a trip changed on two computers, it leaves a copy beside it. Off, you
          are asked first. Nothing is lost either way: what both changed is kept twice, side by side.
        </p>
      </div>
      <div className="settings-foot">
        <span className="quiet small">Lanyard {start.version}</span>
        <Button kind="plain" onPress={() => leaveFor('report-problem')}>
          Report a problem…
        </Button>
        <Button kind="plain" onPress={() => leaveFor('about')}>
          About
        </Button>
      </div>
    </Dialog>
  )
}
