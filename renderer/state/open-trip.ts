import { create } from 'zustand'
import { reportIdOf } from '../../electron/shared/report/in-report.ts'
import { entriesSlice, type EntriesSlice } from './entries-slice.ts'
import { historySlice, type HistorySlice } from './history-slice.ts'
import { importSlice, type ImportSlice } from './import-slice.ts'
import { peopleSlice, type PeopleSlice } from './people-slice.ts'
import { photosSlice, type PhotosSlice } from './photos-slice.ts'
import { programmeSlice, type ProgrammeSlice } from './programme-slice.ts'
import { reportSlice, type ReportSlice } from './report-slice.ts'
import { sessionSlice, type SessionSlice } from './session-slice.ts'
import { syncSlice, type SyncSlice } from './sync-slice.ts'
import { createTripSession } from './trip-session.ts'
import { followOpenTrip } from './trip-status.ts'

/** The state of the open trip, and everything that can be done with it. */
export type TripState = SessionSlice &
  EntriesSlice &
  ReportSlice &
  PhotosSlice &
  HistorySlice &
  SyncSlice &
  ImportSlice &
  PeopleSlice &
  ProgrammeSlice

/**
 * The open trip. Edits show at once; the save queue writes them to the disk. The queue belongs to the page and not to
 * the trip, so that leaving a trip loses nothing, even while the disk fails.
 */
export const useTrip = create<TripState>()((set, get) => {
  const store = { get, set }
  const session = createTripSession(store)
  const entries = entriesSlice(session, (reportPart) => set({ reportPart }))
  const sync = syncSlice(session, store, entries.selectEntry)
  const programme = programmeSlice(session, store, entries)
  return {
    ...sessionSlice(session, store, { readCopies: sync.readCopies, readProgramme: programme.readProgramme }),
    ...entries,
    ...reportSlice(session, store),
    ...photosSlice(session),
    ...historySlice(session, entries.selectEntry),
    ...importSlice(session),
    ...peopleSlice(session, store),
    ...programme,
    ...sync,
  }
})

followOpenTrip(useTrip)

/** The id of the report of the open trip that is shown; empty if no trip is open. */
export const shownReport = (): string => idOfReport(useTrip.getState())
export const useShownReport = (): string => useTrip(idOfReport)

const idOfReport = ({ trip }: TripState): string => (trip ? reportIdOf(trip) : '')
