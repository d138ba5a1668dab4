import { create } from 'zustand'

interface EveningState {
  /** The day that the owner asked to look back on, although its evening is over or yet to come; `null` if none. */
  asked: string | null
  ask: (day: string | null) => void
}

/** Which day is looked back on. */
export const useEveningState = create<EveningState>((set) => ({
  asked: null,
  ask: (asked) => set({ asked }),
}))
