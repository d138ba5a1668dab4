import { history } from '@codemirror/commands'
import { Compartment, EditorState, type Extension, Transaction } from '@codemirror/state'
import { dropCursor, EditorView, panels, placeholder } from '@codemirror/view'
import { t } from '../../electron/shared/messages/translate.ts'
import { styleNonce } from '../bridge/bridge.ts'
import { documentIdOf } from './document-id.ts'
import { editorHost, type EditorHost } from './editor-host.ts'
import { editorKeys } from './editor-keys.ts'
import { foldAddresses } from './fold-addresses.ts'
import { hangingLists } from './hanging-lists.ts'
import { linkedWords } from './link-command.ts'
import { lineClasses } from './line-classes.ts'
import { lineDirection } from './line-direction.ts'
import { liveText } from './live-text.ts'
import { longRuns } from './long-runs.ts'
import { markdownSupport } from './markdown-language.ts'
import { recallState } from './open-documents.ts'
import { pasteAndDrop } from './paste.ts'
import { pendingField } from './pending.ts'
import { showPictures } from './pictures.ts'
import { releaseFocus } from './release-focus.ts'
import { findAndReplace } from './search-panel.ts'
import { taskBoxes } from './task-boxes.ts'
import { provideTextCommands } from './text-commands.ts'
import { nameCompletion } from './name-completion.ts'
import { type KnownNames, knownNames, uncheckedWords } from './unchecked-words.ts'

/** What differs from text to text. */
export interface DocumentSetup {
  documentId: string
  host: EditorHost
  /** What the text is, for screen readers. */
  label: string
  /** BCP 47: the language for checking the spelling. */
  language: string
  placeholder: string
  /** Names that the spelling checker leaves alone, and that are completed. */
  known: KnownNames
  isReadOnly: boolean
  /** Where the find and replace panel opens. */
  panelPlace: HTMLElement | null
}

/** No key and no command changes the text; changes from elsewhere do. The text can be focused, selected and copied. */
const readOnly: Extension = [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ tabindex: '0', 'aria-readonly': 'true' }),
  EditorState.transactionFilter.of((transaction) =>
    transaction.docChanged && transaction.annotation(Transaction.remote) !== true ? [] : transaction,
  ),
]

const perDocument = new Compartment()

function setupOf(document: DocumentSetup): Extension {
  return [
    documentIdOf.of(document.documentId),
    editorHost.of(document.host),
    knownNames.of(document.known),
    document.isReadOnly ? readOnly : placeholder(document.placeholder),
    EditorView.contentAttributes.of({
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
      lang: document.language,
      'aria-label': document.label,
    }),
    document.panelPlace ? panels({ topContainer: document.panelPlace }) : [],
  ]
}

/** The toolbar and the word count cover the scrolling text at its edges, so the cursor stays clear of them. */
const clearOfEdges = EditorView.scrollMargins.of((view) => ({
  top: (view.dom.closest('.markdown-editor')?.querySelector('.markdown-editor-head')?.clientHeight ?? 0) + 8,
  bottom: 48,
}))

/** CodeMirror's own words, which a screen reader says when something is found, replaced or deleted. */
const phrases = (): Extension =>
  EditorState.phrases.of({
    'current match': t('editor.phrase.current-match'),
    'on line': t('editor.phrase.on-line'),
    'replaced match on line $': t('editor.phrase.replaced-on-line'),
    'replaced $ matches': t('editor.phrase.replaced'),
    Completions: t('editor.phrase.completions'),
    'Selection deleted': t('editor.phrase.selection-deleted'),
  })

/** Created once for all texts, so that the saved state of a text stays valid when its editor is unmounted. */
const common: Extension = [
  history(),
  markdownSupport,
  EditorView.lineWrapping,
  dropCursor(),
  clearOfEdges,
  pendingField,
  showPictures,
  longRuns,
  lineClasses,
  lineDirection,
  uncheckedWords,
  foldAddresses,
  linkedWords,
  hangingLists,
  taskBoxes,
  findAndReplace,
  nameCompletion,
  pasteAndDrop,
  releaseFocus,
  liveText,
  editorKeys,
  provideTextCommands,
]

/** The state of a text, with its cursor and undo history if it was open before. */
export function openState(document: DocumentSetup, text: string): EditorState {
  const setup = setupOf(document)
  const known = recallState(document.documentId, text)
  if (known) return known.update({ effects: perDocument.reconfigure(setup) }).state
  return EditorState.create({
    doc: text,
    extensions: [perDocument.of(setup), common, phrases(), EditorView.cspNonce.of(styleNonce())],
  })
}

/** Applies changes of an open text's surroundings, such as its label or its language. */
export function reconfigure(view: EditorView, document: DocumentSetup): void {
  view.dispatch({ effects: perDocument.reconfigure(setupOf(document)) })
}
