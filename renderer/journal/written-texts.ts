import { useMemo } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { bridge } from '../bridge/bridge.ts'
import type { PictureStore } from '../editor/editor-host.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'

/*
 * What the texts of a trip have in common, whether they are written in the journal or in the report.
 */

function chooseCover(cover: string | null): void {
  const { saveTrip, undoStep } = useTrip.getState()
  const step = saveTrip({ cover })
  if (step === null) return
  const words = cover === null ? t('journal.cover-given-up') : t('journal.cover-chosen')
  useApp.getState().notify(words, { label: t('action.undo'), run: () => void undoStep(step) })
}

/** Shows and stores the pictures of the texts, each of which can become the cover of the trip. */
export function usePictureStore(tripId: string): PictureStore {
  return useMemo(
    () => ({
      address: (photoId) => bridge.photoAddress(tripId, photoId),
      add: (file, data) => useTrip.getState().addPhoto(file, data),
      cover: {
        isChosen: (photoId) => useTrip.getState().trip?.cover === photoId,
        choose: chooseCover,
      },
    }),
    [tripId],
  )
}

/** The people whose words a quote in an entry may be. */
export function speakersOf(entryId: string): readonly string[] {
  const entry = useTrip.getState().trip?.entries.find(({ id }) => id === entryId)
  if (entry?.kind === 'talk') return entry.speakers.map(({ name }) => name).filter((name) => name.trim() !== '')
  return entry?.kind === 'encounter' && entry.who.trim() !== '' ? [entry.who] : []
}
