import { type ReactElement, useRef } from 'react'
import { useSeenItems } from './seen-items.ts'

/** If there are more parts, only those that are seen are drawn. */
const LONG = 20

export interface SeenPartsProps<Item> {
  items: readonly Item[]
  /** The height of most parts, in pixels. */
  itemHeight: number
  /** The index of a part that is always drawn; -1 for none. */
  kept?: number
  /** Draws a part as one element, with a key. */
  children: (item: Item) => ReactElement
}

/** Parts below each other. If they are many, only those that are seen are drawn. */
export function SeenParts<Item>(props: SeenPartsProps<Item>) {
  return props.items.length > LONG ? <Seen {...props} /> : props.items.map(props.children)
}

function Seen<Item>({ items, itemHeight, kept = -1, children }: SeenPartsProps<Item>) {
  const list = useRef<HTMLDivElement>(null)
  const pieces = useSeenItems(list, items.length, itemHeight, kept)
  return (
    <div ref={list}>
      {pieces.flatMap(({ from, to, isDrawn, height }) =>
        isDrawn ? items.slice(from, to).map(children) : [<div key={`before ${to}`} style={{ height }} />],
      )}
    </div>
  )
}
