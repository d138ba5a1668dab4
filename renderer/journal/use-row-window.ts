import { useState } from 'react'

/** Maximum number of rows that a list has at once. Even those that are not drawn take some time. */
const MAX_ROWS = 1_000
/** How many rows further a button moves the list. */
const STEP = 500
/** The number of rows that are kept between the open one and either end. */
const MARGIN = 50

export interface RowWindow<Row> {
  /** The rows of the list. */
  rows: readonly Row[]
  /** The number of rows above these. */
  earlier: number
  /** The number of rows below these. */
  later: number
  showEarlier: () => void
  showLater: () => void
}

/** The part of very many rows that a list shows: it moves along with the open row, and by its functions. */
export function useRowWindow<Row extends { id: string }>(all: readonly Row[], openId: string | null): RowWindow<Row> {
  const [state, setState] = useState<{ from: number; openId: string | null }>({ from: 0, openId: null })
  let { from } = state
  if (state.openId !== openId) {
    from = follow(all, openId, from)
    setState({ from, openId })
  }
  from = Math.max(0, Math.min(from, all.length - MAX_ROWS))
  const to = Math.min(all.length, from + MAX_ROWS)
  const moveTo = (place: number) => setState({ from: Math.max(0, Math.min(place, all.length - MAX_ROWS)), openId })
  return {
    rows: all.length <= MAX_ROWS ? all : all.slice(from, to),
    earlier: from,
    later: all.length - to,
    showEarlier: () => moveTo(from - STEP),
    showLater: () => moveTo(from + STEP),
  }
}

/** Where the part begins that has the open row not too close to its ends. */
function follow(all: readonly { id: string }[], openId: string | null, from: number): number {
  if (all.length <= MAX_ROWS || openId === null) return from
  const at = all.findIndex(({ id }) => id === openId)
  if (at === -1) return from
  const isInside = at >= from + MARGIN && at < from + MAX_ROWS - MARGIN
  return isInside ? from : at - MAX_ROWS / 2
}
