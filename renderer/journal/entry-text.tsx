import { useCallback, useEffect, useMemo, type Ref } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Failure } from '../../electron/shared/result.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { MarkdownEditor, type MarkdownEditorHandle } from '../editor/markdown-editor.tsx'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useKnownNames } from './known-words.ts'
import { useWordCount } from './word-count.ts'

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

/** The people whose words a quote in an entry may be. */
function speakersOf(entry: Entry | undefined): readonly string[] {
  if (entry?.kind === 'talk') return entry.speakers.map(({ name }) => name).filter((name) => name.trim() !== '')
  return entry?.kind === 'encounter' && entry.who.trim() !== '' ? [entry.who] : []
}

function chooseCover(cover: string | null): void {
  const { saveTrip, undo } = useTrip.getState()
  saveTrip({ cover })
  const words = cover === null ? t('journal.cover-given-up') : t('journal.cover-chosen')
  useApp.getState().notify(words, { label: t('action.undo'), run: () => void undo() })
}

/** The text of an entry. Its length is shown in the bar below the trip. */
export function EntryText({ entryId, name, language, tripId, focus, onLeave, ref }: EntryTextProps) {
  const text = useTrip(({ trip }) => trip?.entries.find(({ id }) => id === entryId)?.text ?? '')
  const known = useKnownNames(entryId)
  useEffect(() => () => useWordCount.setState({ words: null }), [])
  const pictures = useMemo(
    () => ({
      address: (photoId: string) => bridge.photoAddress(tripId, photoId),
      add: (file: string, data: Uint8Array<ArrayBuffer>) => useTrip.getState().addPhoto(file, data),
      cover: {
        isChosen: (photoId: string) => useTrip.getState().trip?.cover === photoId,
        choose: chooseCover,
      },
    }),
    [tripId],
  )
  const speakers = useCallback(
    () => speakersOf(useTrip.getState().trip?.entries.find(({ id }) => id === entryId)),
    [entryId],
  )
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
