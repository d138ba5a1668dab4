import { create } from 'zustand'

/** The number of words in the open entry, for the bar below the trip; `null` if no entry is open. */
export const useWordCount = create<{ words: number | null }>(() => ({ words: null }))
