import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { BackupStatus } from '../../electron/shared/backup.ts'
import { now } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { zoneHere } from '../format/moments.ts'
import { useApp } from '../state/app-state.ts'
import { useBackup } from '../state/backup-state.ts'
import { sayBackup, sayBehind } from './say-backup.ts'
import '../components/field.css'
import '../components/folder.css'
import './settings-dialog.css'

function State({ status }: { status: BackupStatus }) {
  const behind = sayBehind(status, zoneHere(), now())
  return (
    <output className="backup-state">
      <span>{sayBackup(status, zoneHere(), now())}</span>
      {behind !== '' && (
        <span className="backup-behind">
          <TriangleAlert aria-hidden />
          <span>{behind}</span>
        </span>
      )}
    </output>
  )
}

/** A copy of the library in a second place: where it goes, when it was made last, and what went wrong. */
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
        Backup
      </h3>
      <div className="folder">
        {status.folder === null ? (
          <span className="folder-none">There is none yet.</span>
        ) : (
          <span className="folder-path">{status.folder}</span>
        )}
        {canChoose && (
          <Button
            aria-label={status.folder === null ? 'Choose a folder for the backup' : 'Change the folder for the backup'}
            isDisabled={isBusy}
            onPress={() => void doing(choose)()}
          >
            {status.folder === null ? 'Choose a folder…' : 'Change…'}
          </Button>
        )}
      </div>
      {status.folder !== null && (
        <>
          <State status={status} />
          <div className="backup-ways">
            <Button isDisabled={isBusy || status.isRunning} onPress={() => void doing(run)()}>
              Back up now
            </Button>
            <Button isDisabled={isBusy} onPress={onRestore}>
              Restore…
            </Button>
            <Button kind="plain" isDisabled={isBusy} onPress={() => void doing(stop)()}>
              Stop making backups
            </Button>
          </div>
        </>
      )}
      <span className="field-description">
        {status.folder === null
          ? 'In a folder on another disk or a USB stick, a copy of all trips is kept up to date after each save.'
          : 'The copy is in “Lanyard backup” in there and opens as a library. It is kept up to date after each save; nothing in it is ever removed.'}
        {!canChoose && ' The desktop window can choose the folder for it.'}
      </span>
    </section>
  )
}
