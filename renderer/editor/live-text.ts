import { Transaction } from '@codemirror/state'
import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view'
import { countReadWords } from '../../electron/shared/words.ts'
import { beforeFlush } from '../state/before-flush.ts'
import { editorHost } from './editor-host.ts'
import { formatStatusOf } from './format-status.ts'

/**
 * Delay before typed text is handed over at the next idle moment, and the maximum wait for that moment, in
 * milliseconds: together with the queue's own delay, less than a second in all.
 */
const HANDOVER = 80
const MOMENT = 60
/** Words are counted at most this often while somebody types, in milliseconds, and never for more than a fiftieth of the time. */
const COUNT_AFTER = 300
const SHARE_OF_COUNTING = 50
/** Delay before the toolbar is updated after the cursor moved, in milliseconds. */
const STATUS_AFTER = 80

/**
 * Reports typed text to the host without any work on the keystroke itself: reading the text and counting words is done
 * by timers. So a keystroke in a long entry costs as little as in a bare editor.
 */
class LiveText implements PluginValue {
  private readonly view: EditorView
  private handover: ReturnType<typeof setTimeout> | undefined
  /** Whether what is to be handed over is more than undo and redo. */
  private isTyped = false
  private counting: ReturnType<typeof setTimeout> | undefined
  /** How long counting took last time, in milliseconds. */
  private countingTook = 0
  private status: ReturnType<typeof setTimeout> | undefined
  private readonly forget: () => void

  constructor(view: EditorView) {
    this.view = view
    this.forget = beforeFlush(this.handOver)
    this.status = setTimeout(this.reportStatus)
    this.counting = setTimeout(this.count)
  }

  update(update: ViewUpdate) {
    if (update.docChanged) {
      this.counting ??= setTimeout(this.count, Math.max(COUNT_AFTER, this.countingTook * SHARE_OF_COUNTING))
      const ours = update.transactions.filter(
        (transaction) => transaction.docChanged && transaction.annotation(Transaction.remote) !== true,
      )
      this.isTyped ||= ours.some((transaction) => !transaction.isUserEvent('undo') && !transaction.isUserEvent('redo'))
      if (ours.length > 0) this.handover ??= setTimeout(this.handOverSoon, HANDOVER)
    }
    if (update.docChanged || update.selectionSet) this.status ??= setTimeout(this.reportStatus, STATUS_AFTER)
    if (update.focusChanged && !update.view.hasFocus) this.handOver()
  }

  /** Whether there is typed text that the host does not have yet. */
  get isAhead(): boolean {
    return this.handover !== undefined
  }

  /** Hands over the text now, unless the host already has it. */
  readonly handOver = () => {
    if (this.handover === undefined) return
    clearTimeout(this.handover)
    this.handover = undefined
    const byHistory = !this.isTyped
    this.isTyped = false
    this.view.state.facet(editorHost).changed(this.view.state.doc.toString(), byHistory)
  }

  /** Runs between keystrokes, so that it delays none. */
  private readonly handOverSoon = () => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(this.handOver, { timeout: MOMENT })
    else this.handOver()
  }

  private readonly count = () => {
    this.counting = undefined
    const began = performance.now()
    this.view.state.facet(editorHost).counted(countReadWords(this.view.state.doc.toString()))
    this.countingTook = performance.now() - began
  }

  private readonly reportStatus = () => {
    this.status = undefined
    this.view.state.facet(editorHost).status(formatStatusOf(this.view.state))
  }

  destroy() {
    this.handOver()
    clearTimeout(this.counting)
    clearTimeout(this.status)
    this.forget()
  }
}

export const liveText = ViewPlugin.fromClass(LiveText)
