import { type ReactNode, useEffect, useState } from 'react'
import type { StartInfo } from '../../electron/shared/contract/app.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Result } from '../../electron/shared/result.ts'
import { themes } from '../../electron/shared/settings.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Switch } from '../components/switch.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { takeAskedSetting } from './asked-setting.ts'
import { BackupSettings } from './backup-settings.tsx'
import { CaptureSettings } from './capture-settings.tsx'
import { HistorySize } from './history-size.tsx'
import { saveSettings } from './save-settings.ts'
import { VerifySettings } from './verify-settings.tsx'
import '../components/field.css'
import '../components/folder.css'
import './settings-dialog.css'

interface FolderProps {
  which: 'library' | 'exports'
  path: string
  /** Why it cannot be changed here; `null` if it can. */
  fixed: string | null
  choose: () => Promise<Result<StartInfo | null>>
  onChosen: (start: StartInfo) => void
}

function Folder({ which, path, fixed, choose, onChosen }: FolderProps) {
  const change = async () => {
    const answer = await choose()
    if (!answer.ok) useApp.getState().showFailure(answer.error)
    else if (answer.value) onChosen(answer.value)
  }
  return (
    <div className="field" data-setting={which}>
      <span className="field-label">{t(`settings.${which}`)}</span>
      <div className="folder">
        <span className="folder-path" data-verbatim>
          {path}
        </span>
        {fixed === null && (
          <Button aria-label={t(`settings.${which}-change`)} onPress={() => void change()}>
            {t('settings.change')}
          </Button>
        )}
      </div>
      {fixed !== null && <span className="field-description">{fixed}</span>}
    </div>
  )
}

/** Lets the user choose another library. Unsaved text could not be saved there, so it is saved first. */
async function chooseLibrary(): Promise<Result<StartInfo | null>> {
  const saved = await useTrip.getState().saveAll('library')
  return saved.ok ? bridge.call('settings.chooseLibrary', {}) : saved
}

/** Shows the trips of another library instead of these. */
const moveTo = (next: StartInfo) => {
  const { setStart, go } = useApp.getState()
  setStart(next)
  useTrip.getState().close()
  go({ name: 'library' })
  void useLibrary.getState().refresh()
}

function SettingsGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="settings-group" aria-label={title}>
      <h3 className="settings-group-title">{title}</h3>
      {children}
    </section>
  )
}

/** The settings for all trips. Each is saved as soon as it is changed. */
export function SettingsDialog() {
  const { start, closeDialog } = useApp()
  const [authorName, setAuthorName] = useState(start.settings.authorName)
  const libraryFixed = start.libraryIsFixed
    ? t('settings.library-fixed')
    : start.canChooseFolders
      ? null
      : t('settings.library-in-browser')

  useEffect(() => {
    const asked = takeAskedSetting()
    const part = asked === null ? null : document.querySelector<HTMLElement>(`[data-setting="${asked}"]`)
    part?.scrollIntoView({ block: 'nearest' })
    part?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  }, [])

  const close = () => {
    if (authorName !== start.settings.authorName) void saveSettings({ authorName })
    closeDialog()
  }

  const leaveFor = (dialog: 'report-problem' | 'about' | 'verify' | 'restore') => {
    close()
    useApp.getState().openDialog(dialog)
  }

  return (
    <Dialog title={t('settings.title')} onClose={close} closesOutside>
      <SettingsGroup title={t('settings.group.writing')}>
        <div className="settings-part">
          <Choice
            label={t('settings.theme')}
            items={themes.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
            value={start.settings.theme}
            onChange={(theme) => void saveSettings({ theme })}
          />
          <p className="field-description">{t('settings.theme-note')}</p>
        </div>
        <div data-setting="name">
          <TextField
            label={t('settings.name')}
            description={t('settings.name-note')}
            value={authorName}
            onChange={setAuthorName}
            onBlur={() => authorName !== start.settings.authorName && void saveSettings({ authorName })}
          />
        </div>
        <CaptureSettings />
      </SettingsGroup>
      <SettingsGroup title={t('settings.group.folders')}>
        <Folder which="library" path={start.library} fixed={libraryFixed} choose={chooseLibrary} onChosen={moveTo} />
        <Folder
          which="exports"
          path={start.exports}
          fixed={start.canChooseFolders ? null : t('settings.exports-in-browser')}
          choose={() => bridge.call('settings.chooseExports', {})}
          onChosen={(next) => useApp.getState().setStart(next)}
        />
      </SettingsGroup>
      <SettingsGroup title={t('settings.group.safety')}>
        <div data-setting="backup">
          <BackupSettings onRestore={() => leaveFor('restore')} />
        </div>
        <div data-setting="files">
          <VerifySettings onOpen={() => leaveFor('verify')} />
        </div>
        <HistorySize />
        <div className="settings-part" data-setting="other-computers">
          <span className="field-label">{t('settings.other-computers')}</span>
          <Switch
            isSelected={start.settings.mergeCopies}
            onChange={(mergeCopies) => void saveSettings({ mergeCopies })}
          >
            {t('settings.merge')}
          </Switch>
          <p className="field-description">{t('settings.merge-note')}</p>
        </div>
      </SettingsGroup>
      <div className="settings-foot">
        <span className="quiet small">{t('settings.version', { version: start.version })}</span>
        <Button kind="plain" onPress={() => leaveFor('report-problem')}>
          {t('help.report-problem')}
        </Button>
        <Button kind="plain" onPress={() => leaveFor('about')}>
          {t('settings.about')}
        </Button>
      </div>
    </Dialog>
  )
}
