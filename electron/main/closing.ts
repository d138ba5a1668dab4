import { type App, type BrowserWindow, dialog } from 'electron'
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

/**
 * Lets the window close when what is typed is on the disk, and asks before anything would be lost.
 *
 * @param finish waits for what is still being written; called once, when closing is certain
 */
export function closeSafely(app: App, window: BrowserWindow, finish: () => Promise<void>): Closing {
  let answer: ((unsaved: number | 'silent') => void) | null = null
  let started = false
  let leaving = false

  async function flush(): Promise<number | 'silent'> {
    if (!started) return 0
    const answered = new Promise<number | 'silent'>((resolve) => {
      answer = resolve
      setTimeout(resolve, FLUSH_MS, 'silent')
    })
    tellPages('app.flush', {})
    return answered
  }

  async function leave(): Promise<void> {
    const unsaved = await flush()
    if (unsaved !== 0 && !(await isAgreed(window, unsaved))) {
      leaving = false
      return
    }
    // What is seen is over now, even if a slow disk still has something to write.
    window.hide()
    await finish().catch((error: unknown) => process.stderr.write(`While closing: ${String(error)}\n`))
    window.destroy()
    app.quit()
  }

  window.on('close', (event) => {
    event.preventDefault()
    if (leaving) return
    leaving = true
    void leave()
  })

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
