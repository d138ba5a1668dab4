import type { ReportEntry } from '../../electron/shared/trip.ts'

/** What a row of the outline can do. The functions stay the same from render to render. */
export interface OutlineActions {
  include: (entryId: string, include: boolean) => void
  changeRecord: (entryId: string, changes: Partial<ReportEntry>) => void
  toggleOpen: (entryId: string) => void
  openMenu: (entryId: string, button: HTMLElement) => void
  openInJournal: (entryId: string) => void
}

/** What the rows of an outline need in addition to their entries. */
export interface OutlineView {
  openIds: ReadonlySet<string>
  currentId: string | null
  actions: OutlineActions
}
