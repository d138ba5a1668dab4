import { type BrowserWindow, dialog } from 'electron'
import type { Log } from '../journal/diagnostics/log.ts'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

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
    message: 'The window does not answer.',
    detail: `${saved === null ? 'What was saved is safe.' : `What was saved up to ${clock.format(new Date(saved))} is safe.`} Give it a moment, or open the window anew: then what was typed after that may be lost.`,
    buttons: ['Wait', 'Open it anew'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  })
  return response === 1
}
