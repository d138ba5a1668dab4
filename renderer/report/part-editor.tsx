import { createElement, type FocusEvent, useCallback, useLayoutEffect, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { subjectOf } from '../../electron/shared/report/post-places.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { MarkdownEditor } from '../editor/markdown-editor.tsx'
import { useKnownNames } from '../journal/known-words.ts'
import { speakersOf, usePictureStore } from '../journal/written-texts.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { findWord } from './find-word.ts'
import { partHeading } from './part-heading.ts'
import { partText, writeText } from './part-text.ts'
import type { EditedPart } from './use-edited-part.ts'
import './part-editor.css'

interface Props {
  edited: EditedPart
  /** Whether it takes the focus. */
  focus: boolean
  /** Esc: back to where it was opened. */
  onLeave: () => void
  /** The focus went to another place of the report. */
  onEnd: () => void
  /** Enter in a heading: on to what stands below it. */
  onNext: () => void
}

/** A part of the post while it is written, in its place in the post. */
export function PartEditor(props: Props) {
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isElsewhere = relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)
    // Menus and dialogs give the focus back.
    if (isElsewhere && relatedTarget.closest('[data-report]') !== null) props.onEnd()
  }
  return (
    <div className="part-editor" data-undo="trip" data-part-editor onBlur={onBlur}>
      {props.edited.role === 'heading' ? <HeadingEditor {...props} /> : <TextEditor {...props} />}
    </div>
  )
}

const showFailure = (failure: Failure) => useApp.getState().showFailure(failure)

function TextEditor({ edited: { part, word }, focus, onLeave }: Props) {
  const shown = useTrip(useShallow(({ trip }) => trip && partText(trip, part)))
  const entryId = subjectOf(part, 'entry') ?? ''
  const known = useKnownNames(entryId)
  const language = useTrip(({ trip }) => trip?.language ?? 'en')
  const tripId = useTrip(({ trip }) => trip?.id ?? '')
  const pictures = usePictureStore(tripId)
  const speakers = useCallback(() => speakersOf(entryId), [entryId])
  if (shown === null) return null
  return (
    <MarkdownEditor
      key={shown.documentId}
      isInline
      documentId={shown.documentId}
      text={shown.text}
      label={shown.label}
      language={language}
      placeholder={shown.placeholder}
      known={known}
      pictures={pictures}
      speakers={speakers}
      focus={focus}
      cursor={word && findWord(shown.text, word)}
      onChange={writeText}
      onLeave={onLeave}
      onFailure={showFailure}
    />
  )
}

/** A heading has one line, which wraps like the heading that it becomes. */
function HeadingEditor({ edited: { part }, focus, onLeave, onNext }: Props) {
  const trip = useTrip((state) => state.trip)
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (!focus) return
    field.current?.focus()
    field.current?.select()
  }, [focus])
  const heading = trip && partHeading(trip, part)
  if (heading === null) return null
  const { words, label, placeholder, level, write } = heading
  const input = (
    <textarea
      ref={field}
      className="part-editor-heading"
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      value={words}
      onChange={(event) => write(event.target.value.replaceAll(/\s*[\r\n]+\s*/g, ' '))}
      onKeyDown={(event) => {
        // Enter also confirms a word in an input method.
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Enter') onNext()
        else onLeave()
      }}
    />
  )
  // It looks like the heading. A heading that consists of a field would be nothing to a screen reader.
  return createElement(part === 'title' ? 'h1' : `h${Math.max(1, Math.min(6, level))}`, { role: 'presentation' }, input)
}
