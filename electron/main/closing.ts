import { type BrowserWindow, dialog } from 'electron'
import type { Jobs } from '../journal/jobs/jobs.ts'
import type { JobKind } from '../shared/jobs.ts'
import { t } from '../shared/messages/translate.ts'
import { sendToPages } from './windows.ts'

/** How long the page gets to save unsaved text. */
const FLUSH_MS = 5_000

export interface Closing {
  /** The page has responded with the number of drafts that could not be saved. */
  flushed: (unsaved: number) => void
  /** The page is loaded and may have unsaved text. */
  pageStarted: () => void
  /** The page is gone, along with its unsaved text. */
  pageGone: () => void
}

export interface ClosingOptions {
  /** The running jobs; `null` while there is no engine. */
  jobs: () => Jobs | null
  /** The user decided not to close the window. */
  onStay: () => void
  /** Windows is ending the session and will not wait. */
  onSessionEnd: () => void
  /** The window is hidden, and nothing in it is needed any more. It is destroyed afterwards. */
  onClosed: () => void
}

/** Lets the window close once unsaved text is on the disk, and asks before anything would be lost or interrupted. */
export function closeSafely(window: BrowserWindow, { jobs, onStay, onClosed, onSessionEnd }: ClosingOptions): Closing {
  let answer: ((unsaved: number | 'silent') => void) | null = null
  let closedAgain: (() => void) | null = null
  let started = false
  let leaving = false

  async function flush(): Promise<number | 'silent'> {
    if (!started) return 0
    const answered = new Promise<number | 'silent'>((resolve) => {
      answer = resolve
      setTimeout(resolve, FLUSH_MS, 'silent')
    })
    sendToPages('app.flush', {})
    const unsaved = await answered
    answer = null
    return unsaved
  }

  /** Waits for the running jobs, or cancels them. Closing the window while it waits brings the question back. */
  async function jobsAreOver(): Promise<boolean> {
    for (;;) {
      const running = jobs()
      const kinds = running?.kinds() ?? []
      if (running === null || kinds.length === 0) return true
      const choice = await askAboutJobs(window, kinds)
      if (choice === 'stay') return false
      if (choice === 'stop') running.cancelAll()
      await Promise.race([
        running.idle(),
        new Promise<void>((resolve) => {
          closedAgain = resolve
        }),
      ])
    }
  }

  async function leave(): Promise<void> {
    const agreed = (await jobsAreOver()) && (await isNothingLost())
    if (!agreed) {
      leaving = false
      onStay()
      return
    }
    // The window disappears at once, even if a slow disk still has something to write.
    window.hide()
    onClosed()
    window.destroy()
  }

  async function isNothingLost(): Promise<boolean> {
    const unsaved = await flush()
    return unsaved === 0 || (await isAgreed(window, unsaved))
  }

  window.on('close', (event) => {
    event.preventDefault()
    if (leaving) return closedAgain?.()
    leaving = true
    void leave()
  })

  // Windows asks every window before it ends the session, and soon after kills whatever is still running.
  window.on('query-session-end', () => sendToPages('app.flush', {}))
  window.on('session-end', onSessionEnd)

  return {
    flushed: (unsaved) => answer?.(unsaved),
    pageStarted: () => {
      started = true
    },
    pageGone: () => {
      started = false
      answer?.(0)
    },
  }
}

const choices = ['wait', 'stop', 'stay'] as const

async function askAboutJobs(window: BrowserWindow, kinds: readonly JobKind[]): Promise<(typeof choices)[number]> {
  // Two kinds may have one name: a report and a trip are both imported.
  const jobs = [...new Set(kinds.map((kind) => t(`job.kind.${kind}`)))]
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t('quit.busy', { jobs }),
    detail: t('quit.busy.detail'),
    buttons: choices.map((choice) => t(`quit.busy.${choice}`)),
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return choices[response] ?? 'stay'
}

async function isAgreed(window: BrowserWindow, unsaved: number | 'silent'): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: unsaved === 'silent' ? t('quit.silent') : t('quit.unsaved', { count: unsaved }),
    detail: t(unsaved === 'silent' ? 'quit.silent.detail' : 'quit.unsaved.detail'),
    buttons: [t('quit.stay'), t('quit.lose')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
