import { Button as AriaButton } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { useApp } from '../state/app-state.ts'
import { useBackup } from '../state/backup-state.ts'
import './backup-mark.css'

/** Whether the last backup did not copy everything. */
export function useIsBackupBehind(): boolean {
  return useBackup(({ status }) => status !== null && status.problem !== null)
}

/** A quiet note that the backup is behind, since the trips themselves are safe. Opens the settings, which give the reason. */
export function BackupMark() {
  const openDialog = useApp((state) => state.openDialog)
  if (!useIsBackupBehind()) return null
  return (
    <AriaButton className="backup-mark" onPress={() => openDialog('settings')}>
      {t('backup.behind-mark')}
    </AriaButton>
  )
}
