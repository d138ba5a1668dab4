import { t } from '../../electron/shared/messages/translate.ts'
import { bridge } from '../bridge/bridge.ts'
import { type ToastAction, useApp } from './app-state.ts'

/** Shows the file that a job wrote in the file manager; `undefined` where there is none, as in a browser. */
export function showFile(jobId: string): ToastAction | undefined {
  if (useApp.getState().start.shell !== 'desktop') return undefined
  return { label: t('action.show-in-folder'), run: () => void bridge.call('jobs.show', { jobId }) }
}
