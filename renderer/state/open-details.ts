import { create } from 'zustand'
import { isTitleName } from '../../electron/shared/entries/fields.ts'
import { useTrip } from './open-trip.ts'
import type { ChangedPart } from './trip-session.ts'

interface OpenDetails {
  /** The entry whose details are shown as fields; those of any other are one line. */
  entryId: string | null
  show: (entryId: string) => void
  hide: () => void
}

/** Whether the details of an entry are folded into one line. They are, until somebody opens them. */
export const useDetails = create<OpenDetails>()((set) => ({
  entryId: null,
  show: (entryId) => set({ entryId }),
  hide: () => set({ entryId: null }),
}))

/** The parts of an entry that stand elsewhere than among its details. */
const elsewhere: ReadonlySet<string> = new Set(['row', 'text', 'highlight', 'private'])

const isDetail = ({ part }: ChangedPart) => !elsewhere.has(part) && !isTitleName(part)

// A detail that was undone or done again is drawn with its change, so that the focus can go there.
useTrip.subscribe(({ changed }) => {
  if (changed !== null && changed.entryId !== null && isDetail(changed)) useDetails.getState().show(changed.entryId)
})
