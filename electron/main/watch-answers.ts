import { type BrowserWindow, dialog } from 'electron'
import type { Log } from '../journal/diagnostics/log.ts'
import { formatClock } from '../shared/messages/format.ts'
import { t } from '../shared/messages/translate.ts'

/**
 * Asks what to do with a window that has stopped responding, and withdraws the question if it responds again.
 *
 * @param savedUpTo when something was last saved, ISO 8601; `null` if nothing was saved in this run
 */
export function watchAnswers(window: BrowserWindow, log: Log, savedUpTo: () => string | null): void {
  let question: AbortController | null = null

  window.on('unresponsive', () => {
    log.note('page.answers', { answers: false })
    if (question !== null) return
    question = new AbortController()
    void askAndAct(question.signal)
  })

  async function askAndAct(signal: AbortSignal): Promise<void> {
    const ends = await ask(window, savedUpTo(), signal)
    question = null
    // The page is reloaded as after any other crash, with a notice of what was saved.
    if (ends && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
  }

  window.on('responsive', () => {
    log.note('page.answers', { answers: true })
    question?.abort()
  })
}

async function ask(window: BrowserWindow, saved: string | null, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('crash.silent'),
    detail:
      saved === null
        ? t('crash.silent.detail')
        : t('crash.silent.detail-saved', { clock: formatClock(new Date(saved), 'second') }),
    buttons: [t('crash.wait'), t('crash.reopen')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  })
  return response === 1
}
