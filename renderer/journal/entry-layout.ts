import { type Key, ListLayout, type ListLayoutOptions, type Rect } from 'react-aria-components'

export interface EntryLayoutOptions extends ListLayoutOptions {
  /** The row that is always drawn, wherever the list is scrolled to. */
  keptKey: Key | null
}

type Changes = Parameters<ListLayout<object, EntryLayoutOptions>['update']>[0]
type Row = ListLayout<object, EntryLayoutOptions>['rootNodes'][number]

/** A list of which only the visible rows are drawn, and the row of the open entry. */
export class EntryLayout extends ListLayout<object, EntryLayoutOptions> {
  private keptKey: Key | null = null

  override update(changes: Changes): void {
    this.keptKey = changes.layoutOptions?.keptKey ?? null
    super.update(changes)
    // Lays out the rows down to this one, even if it is far below the visible ones.
    if (this.keptKey !== null && this.collection.getItem(this.keptKey) !== null) this.getLayoutInfo(this.keptKey)
  }

  override shouldInvalidateLayoutOptions(after: EntryLayoutOptions, before: EntryLayoutOptions): boolean {
    return after.keptKey !== before.keptKey || super.shouldInvalidateLayoutOptions(after, before)
  }

  override isVisible(node: Row, rect: Rect): boolean {
    return node.layoutInfo.key === this.keptKey || super.isVisible(node, rect)
  }
}
