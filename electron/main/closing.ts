import { type BrowserWindow, dialog } from 'electron'
import type { RunningExports } from '../journal/service/running-exports.ts'
import { tellPages } from './windows.ts'

/** How long the page gets to save what is typed. */
const FLUSH_MS = 5_000

export interface Closing {
  /** The page has answered: so many drafts could not be saved. */
  flushed: (unsaved: number) => void
  /** The page is there and may hold something typed. */
  pageStarted: () => void
  /** The page is gone, with all it held. */
  pageGone: () => void
}

export interface ClosingOptions {
  /** What is being written beside the library; `null` while there is no engine. */
  exports: () => RunningExports | null
  /** The user stays after all. */
  onStay: () => void
  /** The system ends the session, on Windows, and waits for nobody any more. */
  onSessionEnd: () => void
  /** The window is hidden, and nothing in it is needed any more. It is gone afterwards. */
  onClosed: () => void
}

/** Lets the window close when what is typed is on the disk, and asks before anything would be lost or cut off. */
export function closeSafely(
  window: BrowserWindow,
  { exports, onStay, onClosed, onSessionEnd }: ClosingOptions,
): Closing {
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
    tellPages('app.flush', {})
    const unsaved = await answered
    answer = null
    return unsaved
  }

  /** Waits for exports, or has them cancelled; whoever closes the window meanwhile is asked again. */
  async function exportsAreOver(): Promise<boolean> {
    for (;;) {
      const running = exports()
      if (running === null || running.count() === 0) return true
      const choice = await askAboutExport(window)
      if (choice === 'stay') return false
      if (choice === 'cancel') running.cancelAll()
      await Promise.race([
        running.idle(),
        new Promise<void>((resolve) => {
          closedAgain = resolve
        }),
      ])
    }
  }

  async function leave(): Promise<void> {
    const agreed = (await exportsAreOver()) && (await isNothingLost())
    if (!agreed) {
      leaving = false
      onStay()
      return
    }
    // What is seen is over now, even if a slow disk still has something to write.
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

  // Windows asks every window before it ends the session, and kills who is still there soon after.
  window.on('query-session-end', () => tellPages('app.flush', {}))
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

async function askAboutExport(window: BrowserWindow): Promise<'wait' | 'cancel' | 'stay'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'An export is being written.',
    detail:
      'If you wait, Lanyard closes when it is done. If you cancel it, nothing of it is left behind. Your journal is the same either way.',
    buttons: ['Wait', 'Cancel the export', 'Stay'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return (['wait', 'cancel', 'stay'] as const)[response] ?? 'stay'
}

async function isAgreed(window: BrowserWindow, unsaved: number | 'silent'): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message:
      unsaved === 'silent'
        ? 'Lanyard cannot tell whether everything is saved.'
        : `${unsaved === 1 ? 'One text is' : `${unsaved} texts are`} not saved yet.`,
    detail:
      unsaved === 'silent'
        ? 'The window does not answer. Stay, and give it a moment, or close it: then what was typed last may be lost.'
        : 'If you stay, your text is kept in the window, and you can copy it or make the library writable. If you close, it is lost.',
    buttons: ['Stay', 'Close and lose it'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
