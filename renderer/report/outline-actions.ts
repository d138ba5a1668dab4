import type { PartId } from '../../electron/shared/report/post-places.ts'
import type { ReportEntry } from '../../electron/shared/trip.ts'

/** What a row of the outline can do. The functions stay the same from render to render. */
export interface OutlineActions {
  include: (entryId: string, include: boolean) => void
  changeRecord: (entryId: string, changes: Partial<ReportEntry>) => void
  /** Opens the part in the post, for writing. */
  edit: (part: PartId, role: 'heading' | 'text') => void
  select: (part: PartId) => void
  toggleOptions: (entryId: string) => void
  toggleFold: (part: PartId) => void
  openMenu: (entryId: string, button: HTMLElement) => void
  openInJournal: (entryId: string) => void
}

/** What the rows of an outline need in addition to their entries. */
export interface OutlineView {
  /** The entries whose options are shown. */
  openIds: ReadonlySet<string>
  /** The days and sections whose entries are hidden. */
  folded: ReadonlySet<PartId>
  /** The row that the Tab key stops at. */
  current: PartId | null
  selected: PartId | null
  actions: OutlineActions
}
