import { t } from '../../electron/shared/messages/translate.ts'
import { networks } from '../../electron/shared/report/networks.ts'
import { copyToClipboard } from '../exports/copy-to-clipboard.ts'
import { useApp } from '../state/app-state.ts'
import { readThread } from './read-thread.ts'

/** Copies the messages of the shown report, which is a thread, one after the other. */
export async function copyThread(): Promise<void> {
  const thread = await readThread()
  if (thread === null) return
  const { text, count, network } = thread
  const isCopied = await copyToClipboard({ text, html: null })
  const { max } = networks[network]
  useApp.getState().notify(isCopied ? t('thread.copied', { count, max }) : t('export.clipboard.refused'))
}
