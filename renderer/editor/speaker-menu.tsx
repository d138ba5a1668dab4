import type { EditorView } from '@codemirror/view'
import { t } from '../../electron/shared/messages/translate.ts'
import { ContextMenuView } from '../components/context-menu.tsx'

export interface SpeakerQuestion {
  names: readonly string[]
  choose: (speaker: string | null) => void
  /** Where the cursor is, in the window. */
  at: { x: number; y: number }
}

/** A question about the speaker of a quote, at the cursor of a text. */
export function askAtCursor(
  view: EditorView,
  names: readonly string[],
  choose: SpeakerQuestion['choose'],
): SpeakerQuestion {
  const box = view.coordsAtPos(view.state.selection.main.head) ?? view.dom.getBoundingClientRect()
  return { names, choose, at: { x: box.left, y: box.bottom } }
}

/** Asks which of several speakers said it. */
export function SpeakerMenu({ question, onClose }: { question: SpeakerQuestion; onClose: () => void }) {
  const items = [...question.names, null].map((name, index) => ({
    id: String(index),
    label: name ?? t('editor.quote-of-nobody'),
    onAction: () => question.choose(name),
  }))
  return <ContextMenuView at={question.at} close={onClose} label={t('editor.quote-of')} items={items} />
}
