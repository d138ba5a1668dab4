import { t } from '../../electron/shared/messages/translate.ts'
import { wasCancelled } from '../../electron/shared/result.ts'
import { runJob } from '../bridge/run-job.ts'
import { useApp } from '../state/app-state.ts'
import { showFile } from '../state/show-file.ts'
import { readThread } from './read-thread.ts'

/** Saves the messages of the shown report, which is a thread, as a text file among the exports, and says where. */
export async function saveThread(): Promise<void> {
  const { notify, showFailure } = useApp.getState()
  const thread = await readThread()
  if (thread === null) return
  const { text, count, ...order } = thread
  const job = runJob('report.saveThread', { ...order, text: `${text}\n` }, () => {})
  const saved = await job.outcome
  if (saved.ok) notify(t('thread.saved', { count, path: saved.value.path }), showFile(job.id))
  else if (!wasCancelled(saved.error)) showFailure(saved.error)
}
