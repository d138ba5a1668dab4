import { create } from 'zustand'
import type { StartInfo } from '../../electron/shared/contract/app.ts'
import type { BackupStatus } from '../../electron/shared/backup.ts'
import type { Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { runJob } from '../bridge/run-job.ts'
import { useApp } from './app-state.ts'

export interface BackupState {
  /** The state of the library's backup; `null` until it is known. */
  status: BackupStatus | null
  refresh: () => Promise<void>
  /** Copies everything that has changed now. The status tells whether it succeeded. */
  run: () => Promise<void>
  /** Asks for the backup folder. */
  choose: () => Promise<void>
  /** Turns the backup off. Existing copies stay. */
  stop: () => Promise<void>
}

/** The library's backup in a second place. */
export const useBackup = create<BackupState>()((set, get) => {
  async function take(answer: Result<StartInfo | null>): Promise<void> {
    const { setStart, showFailure } = useApp.getState()
    if (!answer.ok) showFailure(answer.error)
    else if (answer.value !== null) {
      setStart(answer.value)
      await get().refresh()
    }
  }

  return {
    status: null,
    async refresh() {
      const answer = await bridge.call('backup.status', {})
      if (answer.ok) set({ status: answer.value })
    },
    async run() {
      const answer = await runJob('backup.run', {}, () => {}).outcome
      if (answer.ok) set({ status: answer.value })
      else useApp.getState().showFailure(answer.error)
    },
    choose: async () => take(await bridge.call('settings.chooseBackup', {})),
    stop: async () => take(await bridge.call('settings.stopBackup', {})),
  }
})
