import { Transaction } from '@codemirror/state'
import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view'
import { countWords } from '../../electron/shared/words.ts'
import { beforeFlush } from '../state/before-flush.ts'
import { editorHost } from './editor-host.ts'
import { formatStatusOf } from './format-status.ts'

/**
 * How long typing stays with the editor before a moment is looked for to hand it over, and how long that takes at most,
 * in milliseconds: with the queue's own wait, under a second in all.
 */
const HANDOVER = 80
const MOMENT = 60
/** How long the typing pauses before words are counted, in milliseconds. */
const COUNT_AFTER = 300
/** How soon the toolbar follows the cursor, in milliseconds. */
const STATUS_AFTER = 80

/**
 * Tells the host what was typed, without any work at the keystroke itself: the text is read, and the words are counted,
 * when a timer fires. A keystroke in a long entry costs what it costs a bare editor.
 */
class LiveText implements PluginValue {
  private readonly view: EditorView
  private handover: ReturnType<typeof setTimeout> | undefined
  private counting: ReturnType<typeof setTimeout> | undefined
  private status: ReturnType<typeof setTimeout> | undefined
  private readonly forget: () => void

  constructor(view: EditorView) {
    this.view = view
    this.forget = beforeFlush(this.handOver)
    this.status = setTimeout(this.tellStatus)
    this.counting = setTimeout(this.count)
  }

  update(update: ViewUpdate) {
    if (update.docChanged) {
      clearTimeout(this.counting)
      this.counting = setTimeout(this.count, COUNT_AFTER)
      const isOurs = update.transactions.some(
        (transaction) => transaction.docChanged && transaction.annotation(Transaction.remote) !== true,
      )
      if (isOurs) this.handover ??= setTimeout(this.handOverSoon, HANDOVER)
    }
    if (update.docChanged || update.selectionSet) this.status ??= setTimeout(this.tellStatus, STATUS_AFTER)
    if (update.focusChanged && !update.view.hasFocus) this.handOver()
  }

  /** Whether something is typed that the host has not got yet. */
  get isAhead(): boolean {
    return this.handover !== undefined
  }

  /** Gives the text to the host now, where it has not got it yet. */
  readonly handOver = () => {
    if (this.handover === undefined) return
    clearTimeout(this.handover)
    this.handover = undefined
    this.view.state.facet(editorHost).changed(this.view.state.doc.toString())
  }

  /** Between two keystrokes rather than in the way of one. */
  private readonly handOverSoon = () => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(this.handOver, { timeout: MOMENT })
    else this.handOver()
  }

  private readonly count = () => {
    this.view.state.facet(editorHost).counted(countWords(this.view.state.doc.toString()))
  }

  private readonly tellStatus = () => {
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
