import type { StateCommand } from '@codemirror/state'
import type { Command } from '@codemirror/view'
import { editorHost } from './editor-host.ts'
import { beginsQuote, insertQuoteOf, quoteLinesOf } from './quote-of.ts'
import { askAtCursor } from './speaker-menu.tsx'

/** Runs a command with the speaker of the quote: the only one there is, or the one that the user chooses. */
const withSpeaker =
  (quote: (speaker: string | null) => StateCommand, always: boolean): Command =>
  (view) => {
    if (view.state.readOnly) return false
    const host = view.state.facet(editorHost)
    const names = always || beginsQuote(view.state) ? host.speakers() : []
    const [only = null] = names
    if (names.length < 2) return quote(only)(view)
    host.askSpeaker(askAtCursor(view, names, (name) => void quote(name)(view)))
    return true
  }

/** Inserts an empty quote below the line of the cursor, or makes the selected lines one. */
export const insertQuote: Command = withSpeaker(insertQuoteOf, true)

/** Makes the lines a quote, or ends it. */
export const toggleQuoteOf: Command = withSpeaker(quoteLinesOf, false)
