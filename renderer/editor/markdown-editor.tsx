import { type Command, EditorView } from '@codemirror/view'
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { acceptedPictures } from '../../electron/shared/pictures.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { addPictures } from './add-pictures.ts'
import { drawGapsAgain } from './draw-gaps.ts'
import type { EditorHost, PictureStore } from './editor-host.ts'
import { openState, reconfigure, type DocumentSetup } from './editor-setup.ts'
import { EditorToolbar } from './editor-toolbar.tsx'
import type { LinkQuestion } from './link-command.ts'
import { LinkField } from './link-field.tsx'
import { insertQuote } from './quote-commands.ts'
import { SpeakerMenu, type SpeakerQuestion } from './speaker-menu.tsx'
import { createStatusStore } from './status-store.ts'
import { liveText } from './live-text.ts'
import { withNameList } from './name-completion.ts'
import { keepState, showDocument, takeOver } from './open-documents.ts'
import { type KnownNames, namesOf } from './unchecked-words.ts'
import './markdown-editor.css'

/** What the screen around an editor can make it do. */
export interface MarkdownEditorHandle {
  focus: () => void
  insertQuote: () => void
  /** Asks for picture files and inserts them into the text. */
  choosePictures: () => void
  /** Inserts picture files into the text, below the cursor's line. */
  addPictures: (files: readonly File[]) => void
}

export interface MarkdownEditorProps {
  /** Identifies the text in the whole window (an entry's id): its undo history and cursor are stored under it. */
  documentId: string
  text: string
  /** A description of the text, for screen readers. */
  label: string
  /** BCP 47. */
  language: string
  placeholder?: string
  /** Words that the spelling checker leaves alone, in lower case; the same object as long as they are the same. */
  known?: KnownNames
  /** How to store and show pictures; if missing, the text accepts none. */
  pictures?: PictureStore | null
  /** The people whose words a quote in this text may be: the speakers of the talk. */
  speakers?: () => readonly string[]
  /** Takes the focus as soon as this is true. */
  focus?: boolean
  onFocusTaken?: () => void
  /** Where the cursor is when it takes the focus, in UTF-16 units; by default where it was, or at the end. */
  cursor?: number | null
  /** It stands within another text: as high as its own text, and with nothing around it. */
  isInline?: boolean
  /**
   * Receives the typed text at most 150 ms later. The id is included, because a picture that takes long to store may
   * arrive in a text that is no longer shown. `byHistory` says that it was only undone or redone.
   */
  onChange: (text: string, documentId: string, byHistory: boolean) => void
  /** Esc: moves the focus elsewhere. */
  onLeave?: () => void
  onCount?: (words: number) => void
  onFailure: (failure: Failure) => void
  ref?: Ref<MarkdownEditorHandle>
}

const nothingKnown = namesOf([], [])

/** A Markdown editor in which the text is the document. All of its props may change at any time. */
export function MarkdownEditor({ ref, ...props }: MarkdownEditorProps) {
  const {
    documentId,
    text,
    label,
    language,
    placeholder = '',
    known = nothingKnown,
    pictures = null,
    focus = false,
    isInline = false,
  } = props
  const isReadOnly = useReadOnlyArea()
  const canLeave = props.onLeave !== undefined
  const latest = useRef(props)
  const place = useRef<HTMLDivElement>(null)
  const panelPlace = useRef<HTMLDivElement>(null)
  const fileInput = useRef<HTMLInputElement>(null)
  const view = useRef<EditorView>(null)
  const shownId = useRef<string>(null)
  /** The text that was last handed to the host. When it comes back as a prop, nothing has changed. */
  const handedOver = useRef<string | null>(null)
  const [status] = useState(createStatusStore)
  const [question, setQuestion] = useState<SpeakerQuestion | null>(null)
  const [linkQuestion, setLinkQuestion] = useState<LinkQuestion | null>(null)

  useLayoutEffect(() => {
    latest.current = props
  })

  useLayoutEffect(() => {
    const host: EditorHost = {
      changed: (next, byHistory) => {
        handedOver.current = next
        latest.current.onChange(next, documentId, byHistory)
      },
      showFailure: (failure) => latest.current.onFailure(failure),
      leave: canLeave ? () => latest.current.onLeave?.() : null,
      pictures,
      speakers: () => latest.current.speakers?.() ?? [],
      askSpeaker: setQuestion,
      askLink: setLinkQuestion,
      counted: (words) => latest.current.onCount?.(words),
      status: status.set,
    }
    const panel = panelPlace.current
    const setup: DocumentSetup = {
      documentId,
      host,
      label,
      language,
      placeholder,
      known,
      isReadOnly,
      panelPlace: panel,
    }
    const shown = view.current
    if (shown && shownId.current === documentId) {
      reconfigure(shown, setup)
      return
    }
    handedOver.current = null
    const state = openState(setup, latest.current.text)
    if (shown) shown.setState(withNameList(state))
    else view.current = new EditorView({ state, ...(place.current ? { parent: place.current } : {}) })
    if (view.current) drawGapsAgain(view.current)
    shownId.current = documentId
  }, [documentId, label, language, placeholder, known, isReadOnly, pictures, canLeave, status])

  useLayoutEffect(() => {
    const shown = view.current
    if (!shown) return undefined
    const hide = showDocument(documentId, shown)
    return () => {
      shown.plugin(liveText)?.handOver()
      keepState(documentId, shown.state)
      hide()
    }
  }, [documentId])

  useEffect(() => {
    const shown = view.current
    // What is being typed is newer than the prop.
    if (!shown || text === handedOver.current || shown.plugin(liveText)?.isAhead) return
    const change = takeOver(shown.state, text)
    if (!change) return
    handedOver.current = null
    shown.dispatch(change)
  }, [text])

  useEffect(() => {
    if (!focus || !view.current) return
    const { state } = view.current
    const { cursor = null } = latest.current
    // In a text that was not open before, the cursor starts at the end.
    const anchor = cursor ?? (state.selection.main.head === 0 ? state.doc.length : null)
    if (anchor !== null) {
      const selection = { anchor: Math.min(anchor, state.doc.length) }
      view.current.dispatch({ selection, scrollIntoView: cursor !== null })
    }
    view.current.focus()
    latest.current.onFocusTaken?.()
  }, [focus])

  useEffect(
    () => () => {
      view.current?.destroy()
      view.current = null
    },
    [],
  )

  const run = useCallback((command: Command) => {
    if (!view.current) return
    command(view.current)
    view.current.focus()
  }, [])

  const choosePictures = useCallback(() => fileInput.current?.click(), [])

  const takeFiles = (files: readonly File[]) => {
    const shown = view.current
    if (shown) void addPictures(shown, files, shown.state.selection.main.head)
    if (fileInput.current) fileInput.current.value = ''
    shown?.focus()
  }

  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    insertQuote: () => run(insertQuote),
    choosePictures,
    addPictures: takeFiles,
  }))

  return (
    <div className={`markdown-editor ${isInline ? 'markdown-editor-inline' : ''}`}>
      <div className="markdown-editor-head">
        {!isReadOnly && <EditorToolbar status={status} run={run} choosePictures={pictures ? choosePictures : null} />}
        <div ref={panelPlace} />
      </div>
      <div ref={place} className="markdown-editor-text" />
      {question !== null && (
        <SpeakerMenu
          question={question}
          onClose={() => {
            setQuestion(null)
            view.current?.focus()
          }}
        />
      )}
      {linkQuestion !== null && <LinkField question={linkQuestion} onClose={() => setLinkQuestion(null)} />}
      <input
        ref={fileInput}
        type="file"
        accept={acceptedPictures}
        multiple
        hidden
        aria-label={t('editor.pictures-to-add')}
        onChange={(event) => takeFiles([...(event.currentTarget.files ?? [])])}
      />
    </div>
  )
}
