import { create } from 'zustand'
import type { EntryFilter } from '../../electron/shared/entries/entry-filter.ts'
import type { Failure } from '../../electron/shared/result.ts'
import type { Found } from '../../electron/shared/search.ts'
import { bridge } from '../bridge/bridge.ts'

/** How many hits are drawn. To find something beyond them, another word helps more than scrolling. */
const MAX_HITS = 50

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
  change: (changes: Partial<Question>) => void
  /** Asks again, as the trips may have changed. */
  ask: () => Promise<void>
}

const nothing = { query: '', tripId: null, filter: {}, found: null, answered: '', problem: null }

let isAsking = false
let isAskedAgain = false

/** The last search. It is kept while the window is open, so that one can go on to the next hit. */
export const useSearch = create<SearchState>()((set, get) => ({
  ...nothing,
  change(changes) {
    set(changes)
    void get().ask()
  },
  async ask() {
    // While one answer is on its way, only the newest question waits: the others are not needed any more.
    isAskedAgain = true
    if (isAsking) return
    isAsking = true
    while (isAskedAgain) {
      isAskedAgain = false
      const { query, tripId, filter } = get()
      const answer = await bridge.call('search.find', { query, tripId, filter, mode: 'words', limit: MAX_HITS })
      set(answer.ok ? { found: answer.value, answered: query, problem: null } : { problem: answer.error })
    }
    isAsking = false
  },
}))

/** Forgets the last search, for tests and when another library is opened. */
export function forgetSearch(): void {
  useSearch.setState(nothing)
}
