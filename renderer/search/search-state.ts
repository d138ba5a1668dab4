import { create } from 'zustand'
import type { EntryFilter } from '../../electron/shared/entries/entry-filter.ts'
import type { Failure } from '../../electron/shared/result.ts'
import type { Found } from '../../electron/shared/search.ts'
import { bridge } from '../bridge/bridge.ts'

/**
 * How many hits are asked for and drawn with each letter: as many fit into the dialog. Most people type another letter
 * instead of going further down.
 */
export const FIRST_HITS = 12
/** How many hits there are for somebody who goes down. To find something beyond them, another word helps more. */
export const MAX_HITS = 50

/** What is searched for. */
export interface Question {
  query: string
  /** `null` for all trips. */
  tripId: string | null
  filter: EntryFilter
}

interface SearchState extends Question {
  /** The newest answer; `null` before the first one. */
  found: Found | null
  /** The query that was answered. */
  answered: string
  problem: Failure | null
  /** How many hits are asked for. */
  limit: number
  change: (changes: Partial<Question>) => void
  /** Asks again, as the trips may have changed. */
  ask: () => Promise<void>
  /** Asks for the hits below the first ones, too. */
  askForMore: () => void
}

const nothing = { query: '', tripId: null, filter: {}, found: null, answered: '', problem: null, limit: FIRST_HITS }

let isAsking = false
let isAskedAgain = false

/** The last search. It is kept while the window is open, so that one can go on to the next hit. */
export const useSearch = create<SearchState>()((set, get) => ({
  ...nothing,
  change(changes) {
    set({ ...changes, limit: FIRST_HITS })
    void get().ask()
  },
  askForMore() {
    const { limit, found } = get()
    if (limit === MAX_HITS || found === null || found.hits.length === found.total) return
    set({ limit: MAX_HITS })
    void get().ask()
  },
  async ask() {
    // While one answer is on its way, only the newest question waits: the others are not needed any more.
    isAskedAgain = true
    if (isAsking) return
    isAsking = true
    while (isAskedAgain) {
      isAskedAgain = false
      const { query, tripId, filter, limit } = get()
      const answer = await bridge.call('search.find', { query, tripId, filter, mode: 'words', limit })
      set(answer.ok ? { found: answer.value, answered: query, problem: null } : { problem: answer.error })
    }
    isAsking = false
  },
}))

/** Forgets the last search, for tests and when another library is opened. */
export function forgetSearch(): void {
  useSearch.setState(nothing)
}
