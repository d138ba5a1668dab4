import { create } from 'zustand'
import { noFilter, type ProgrammeFilter } from '../../electron/shared/programme/filter-sessions.ts'

/** How the sessions are arranged. */
export type Arrangement = 'list' | 'grid'

export interface ProgrammeView {
  /** The trip that it is about: with another one, everything is shown again. */
  tripId: string | null
  filter: ProgrammeFilter
  arrangement: Arrangement
  /** Where there is room for one pane only: whether it is that of the session. */
  isInside: boolean
  /** The choices of rooms, tracks, types and languages are shown. */
  hasChoices: boolean
  /** Narrows the sessions down, or shows more of them. */
  change: (changes: Partial<ProgrammeFilter>) => void
}

/** What the Programme shows, as long as the window is open. */
export const useProgrammeView = create<ProgrammeView>()((set) => ({
  tripId: null,
  filter: noFilter,
  arrangement: 'list',
  isInside: false,
  hasChoices: false,
  change: (changes) => set(({ filter }) => ({ filter: { ...filter, ...changes } })),
}))

/** Whether a filter hides something, the chosen day aside. */
export const isNarrowed = ({ day: _day, ...filter }: ProgrammeFilter): boolean =>
  filter.query.trim() !== '' ||
  [filter.room, filter.track, filter.type, filter.language, filter.only].some((value) => value !== null)
