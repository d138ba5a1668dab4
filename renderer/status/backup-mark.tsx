import { Button as AriaButton } from 'react-aria-components'
import { useApp } from '../state/app-state.ts'
import { useBackup } from '../state/backup-state.ts'
import './backup-mark.css'

/** Whether the last attempt to copy the library to its second place did not bring everything there. */
export function useIsBackupBehind(): boolean {
  return useBackup(({ status }) => status !== null && status.problem !== null)
}

/** Says where the backup is behind, calmly, for the trips themselves are safe; and leads to where one sees why. */
export function BackupMark() {
  const openDialog = useApp((state) => state.openDialog)
  if (!useIsBackupBehind()) return null
  return (
    <AriaButton className="backup-mark" onPress={() => openDialog('settings')}>
      The backup is behind
    </AriaButton>
  )
}
