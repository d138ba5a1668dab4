import { create } from 'zustand'

/** A pane of the journal whose width can be changed. */
export type Pane = 'rail' | 'list'

/** The widths of each pane, in pixels. In the narrowest window that has these panes, all of them leave room for a text. */
export const paneWidths: Readonly<Record<Pane, { min: number; usual: number; max: number }>> = {
  rail: { min: 144, usual: 176, max: 280 },
  list: { min: 240, usual: 320, max: 520 },
}

/** How the journal is laid out, in every trip. Lasts as long as the window's storage. */
interface Kept {
  widths: Readonly<Record<Pane, number>>
  /** Whether only the open entry is shown, without the days and the list. */
  areHidden: boolean
  /** Whether each row of the list is one line. */
  isCompact: boolean
}

interface PanesState extends Kept {
  /** Sets the width of a pane, as far as its limits allow. */
  resize: (pane: Pane, width: number) => void
  setHidden: (areHidden: boolean) => void
  toggleCompact: () => void
}

const KEY = 'panes'
/** From this width of the window on, in pixels, it has several panes next to each other. */
const SEVERAL_FROM = 720

function limited(pane: Pane, width: unknown): number {
  const { min, usual, max } = paneWidths[pane]
  return typeof width === 'number' && Number.isFinite(width) ? Math.min(max, Math.max(min, Math.round(width))) : usual
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function read(): Kept {
  let value: unknown = null
  try {
    value = JSON.parse(localStorage.getItem(KEY) ?? 'null')
  } catch {
    // Whatever is not readable is laid out as usual.
  }
  const kept = isRecord(value) ? value : {}
  const widths = isRecord(kept['widths']) ? kept['widths'] : {}
  return {
    widths: { rail: limited('rail', widths['rail']), list: limited('list', widths['list']) },
    areHidden: kept['areHidden'] === true,
    isCompact: kept['isCompact'] === true,
  }
}

function keep({ widths, areHidden, isCompact }: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ widths, areHidden, isCompact } satisfies Kept))
  } catch {
    // A browser that keeps nothing shows the usual panes the next time.
  }
}

/** The panes of the journal. Their state is known before the first of them is drawn, so that nothing moves then. */
export const usePanes = create<PanesState>()((set) => ({
  ...read(),
  resize: (pane, width) => set(({ widths }) => ({ widths: { ...widths, [pane]: limited(pane, width) } })),
  setHidden: (areHidden) => set({ areHidden }),
  toggleCompact: () => set(({ isCompact }) => ({ isCompact: !isCompact })),
}))

usePanes.subscribe(keep)

/** Whether the window has room for several panes. */
export const hasSeveralPanes = (): boolean => window.innerWidth >= SEVERAL_FROM

/** Whether the days and the list of entries are hidden now. A window with one pane at a time shows them in turn. */
export const areListsHidden = (): boolean => usePanes.getState().areHidden && hasSeveralPanes()
