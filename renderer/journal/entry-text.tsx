import { useCallback, useEffect, type Ref } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { MarkdownEditor, type MarkdownEditorHandle } from '../editor/markdown-editor.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useKnownNames } from './known-words.ts'
import { useWordCount } from './word-count.ts'
import { speakersOf, usePictureStore } from './written-texts.ts'

export interface EntryTextProps {
  entryId: string
  /** The entry's name, for screen readers. */
  name: string
  language: string
  tripId: string
  focus: boolean
  onLeave: () => void
  ref: Ref<MarkdownEditorHandle>
}

const showWords = (words: number) => useWordCount.setState({ words })
const showFailure = (failure: Failure) => useApp.getState().showFailure(failure)

/** The text of an entry. Its length is shown in the bar below the trip. */
export function EntryText({ entryId, name, language, tripId, focus, onLeave, ref }: EntryTextProps) {
  const text = useTrip(({ trip }) => trip?.entries.find(({ id }) => id === entryId)?.text ?? '')
  const known = useKnownNames(entryId)
  useEffect(() => () => useWordCount.setState({ words: null }), [])
  const pictures = usePictureStore(tripId)
  const speakers = useCallback(() => speakersOf(entryId), [entryId])
  const onChange = useCallback((next: string, documentId: string, byHistory: boolean) => {
    useTrip.getState().editEntry(documentId, { text: next }, { byHistory })
  }, [])
  return (
    <MarkdownEditor
      ref={ref}
      documentId={entryId}
      text={text}
      label={t('journal.text-of', { name })}
      language={language}
      placeholder={t('journal.write-here')}
      known={known}
      pictures={pictures}
      speakers={speakers}
      focus={focus}
      onFocusTaken={() => useTrip.getState().focusTaken()}
      onChange={onChange}
      onLeave={onLeave}
      onCount={showWords}
      onFailure={showFailure}
    />
  )
}
