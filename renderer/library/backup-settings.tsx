import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { BackupStatus } from '../../electron/shared/backup.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { now } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { localTimeZone } from '../format/clocks.ts'
import { useApp } from '../state/app-state.ts'
import { useBackup } from '../state/backup-state.ts'
import { formatBackup, formatBackupProblem } from './format-backup.ts'
import '../components/field.css'
import '../components/folder.css'
import './settings-dialog.css'

function State({ status }: { status: BackupStatus }) {
  const problem = formatBackupProblem(status, localTimeZone(), now())
  return (
    <output className="backup-state">
      <span>{formatBackup(status, localTimeZone(), now())}</span>
      {problem !== '' && (
        <span className="backup-behind">
          <TriangleAlert aria-hidden />
          <span>{problem}</span>
        </span>
      )}
    </output>
  )
}

/** The setting for the backup: its folder, when it was last made, and what went wrong. */
export function BackupSettings({ onRestore }: { onRestore: () => void }) {
  const { status, run, choose, stop } = useBackup()
  const canChoose = useApp(({ start }) => start.canChooseFolders)
  const [isBusy, setBusy] = useState(false)
  if (status === null) return null

  const doing = (task: () => Promise<void>) => async () => {
    setBusy(true)
    await task()
    setBusy(false)
  }

  return (
    <section className="field" aria-labelledby="backup-label">
      <h3 className="field-label" id="backup-label">
        {t('backup.title')}
      </h3>
      <div className="folder">
        {status.folder === null ? (
          <span className="folder-none">{t('backup.none')}</span>
        ) : (
          <span className="folder-path" data-verbatim>
            {status.folder}
          </span>
        )}
        {canChoose && (
          <Button
            aria-label={status.folder === null ? t('backup.choose-named') : t('backup.change-named')}
            isDisabled={isBusy}
            onPress={() => void doing(choose)()}
          >
            {status.folder === null ? t('backup.choose') : t('settings.change')}
          </Button>
        )}
      </div>
      {status.folder !== null && (
        <>
          <State status={status} />
          <div className="backup-ways">
            <Button isDisabled={isBusy || status.isRunning} onPress={() => void doing(run)()}>
              {t('backup.now')}
            </Button>
            <Button isDisabled={isBusy} onPress={onRestore}>
              {t('backup.restore')}
            </Button>
            <Button kind="plain" isDisabled={isBusy} onPress={() => void doing(stop)()}>
              {t('backup.stop')}
            </Button>
          </div>
        </>
      )}
      <span className="field-description">{status.folder === null ? t('backup.none-note') : t('backup.note')}</span>
      {!canChoose && <span className="field-description">{t('backup.choose-in-desktop')}</span>}
    </section>
  )
}
