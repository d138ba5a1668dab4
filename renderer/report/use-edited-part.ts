import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PartId } from '../../electron/shared/report/post-places.ts'
import { useTrip } from '../state/open-trip.ts'
import type { ClickedWord } from './find-word.ts'

/** What is being written in the post. */
export interface EditedPart {
  part: PartId
  role: 'heading' | 'text'
  /** Where the cursor goes; `null` to where it was last. */
  word: ClickedWord | null
}

export interface Editing {
  edited: EditedPart | null
  /** Whether it has been left, and is shown only until the post has its words. */
  isLeaving: boolean
  begin: (edited: EditedPart) => void
  end: () => void
}

/**
 * Which part is open for writing. After it was left, its editor stays until the post contains what was typed: for a
 * moment, the old words would be there.
 *
 * @param isCurrent whether the post contains everything
 */
export function useEditedPart(isCurrent: boolean): Editing {
  const [edited, setEdited] = useState<EditedPart | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const isSaved = useTrip(({ save }) => save.state === 'saved')
  const selected = useTrip((state) => state.reportPart)

  if (isLeaving && isCurrent && isSaved) {
    setEdited(null)
    setLeaving(false)
  }
  if (edited !== null && selected !== edited.part && !isLeaving) setLeaving(true)

  const begin = useCallback((next: EditedPart) => {
    useTrip.getState().selectPart(next.part)
    // The editor is in the page at once: the next key belongs to it.
    flushSync(() => {
      setEdited(next)
      setLeaving(false)
    })
  }, [])
  const end = useCallback(() => setLeaving(true), [])
  return { edited, isLeaving, begin, end }
}
