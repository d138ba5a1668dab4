import { type FocusEvent, type ReactNode, useRef, useState } from 'react'
import { useSeenItems } from './seen-items.ts'

/** Lists with more items draw only what is seen. */
const LONG = 150

/** Where an item is in a list of which only a part is drawn, for screen readers. */
export interface ItemPlace {
  'aria-posinset'?: number
  'aria-setsize'?: number
}

export interface LongListProps<Item> {
  label?: string
  items: readonly Item[]
  /** The height of most items, in pixels. */
  itemHeight: number
  /** The index of the item that may get the focus, and so is always drawn; by default, the one that has it. */
  kept?: number
  /** Draws an item as one `<li>`, with a key, and with these attributes. */
  children: (item: Item, place: ItemPlace) => ReactNode
}

const whole: ItemPlace = {}

/** A list that draws only what is seen if it is long. */
export function LongList<Item>(props: LongListProps<Item>) {
  const { label, items, children } = props
  if (items.length > LONG) return <SeenList {...props} />
  return <ul aria-label={label}>{items.map((item) => children(item, whole))}</ul>
}

function SeenList<Item>({ label, items, itemHeight, kept, children }: LongListProps<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const [focused, setFocused] = useState(-1)
  const pieces = useSeenItems(list, items.length, itemHeight, kept ?? focused)
  const onFocus = ({ target }: FocusEvent) => {
    const place = target.closest('[aria-posinset]')?.getAttribute('aria-posinset')
    if (place) setFocused(Number(place) - 1)
  }
  const draw = (item: Item, index: number) =>
    children(item, { 'aria-posinset': index + 1, 'aria-setsize': items.length })
  return (
    // The item with the focus stays drawn; the list itself does nothing.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul aria-label={label} ref={list} onFocus={onFocus}>
      {pieces.flatMap(({ from, to, isDrawn, height }) =>
        isDrawn ? (
          items.slice(from, to).map((item, index) => draw(item, from + index))
        ) : (
          <li key={`before ${to}`} aria-hidden style={{ height }} />
        ),
      )}
    </ul>
  )
}
