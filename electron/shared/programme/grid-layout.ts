import { assertNever } from '../result.ts'
import { isTimed, type TimedSession } from './clashes.ts'
import type { IndexedSession } from './index-sessions.ts'

/** A session in the grid of rooms. */
export interface GridItem {
  readonly indexed: TimedSession
  /** The index of its room. */
  readonly column: number
  /** Sessions that overlap in one room stand side by side: in which of how many lanes it stands. */
  readonly lane: number
  readonly lanes: number
  /** Minutes from the top of the grid. */
  readonly top: number
  readonly height: number
}

/** The programme of a day as a grid: time goes down, rooms go across. */
export interface GridLayout {
  /** The room of each column. An empty name is for sessions without a room. */
  readonly rooms: readonly string[]
  /** The items of each column, by start. */
  readonly columns: readonly (readonly GridItem[])[]
  /** The top of the grid, in milliseconds since 1970: a whole half hour. */
  readonly from: number
  /** The length of the grid, in minutes. */
  readonly minutes: number
  /** The number of sessions that have no time, and no place in the grid. */
  readonly untimed: number
}

const MINUTE = 60_000
const HALF_HOUR = 30 * MINUTE

/** Shorter sessions are drawn as if they were this long, so that their titles can be read; in minutes. */
const SHORTEST = 15

/**
 * Arranges the sessions of one day.
 *
 * @param rooms in the organiser's order
 */
export function layOutGrid(sessions: readonly IndexedSession[], rooms: readonly string[]): GridLayout {
  const timed = sessions.filter(isTimed)
  const from = Math.floor(Math.min(...timed.map(({ startsAt }) => startsAt)) / HALF_HOUR) * HALF_HOUR
  const to = Math.ceil(Math.max(...timed.map(({ endsAt }) => endsAt)) / HALF_HOUR) * HALF_HOUR
  const byRoom = new Map<string, TimedSession[]>()
  for (const indexed of timed) {
    // What takes place in several rooms stands in the column of each.
    for (const room of indexed.rooms) {
      const inRoom = byRoom.get(room)
      if (inRoom === undefined) byRoom.set(room, [indexed])
      else inRoom.push(indexed)
    }
  }
  const shown = roomsInOrder(byRoom, rooms)
  return {
    rooms: shown,
    columns: shown.map((room, column) => layOutRoom(byRoom.get(room) ?? [], column, from)),
    from: timed.length === 0 ? 0 : from,
    minutes: timed.length === 0 ? 0 : (to - from) / MINUTE,
    untimed: sessions.length - timed.length,
  }
}

/** The rooms that have sessions; those that the organiser does not list, and at last the sessions without a room. */
function roomsInOrder(byRoom: ReadonlyMap<string, unknown>, rooms: readonly string[]): string[] {
  const listed = [...new Set(rooms)].filter((room) => room !== '' && byRoom.has(room))
  const others = [...byRoom.keys()].filter((room) => room !== '' && !listed.includes(room))
  return [...listed, ...others.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })), ...emptyRoom(byRoom)]
}

const emptyRoom = (byRoom: ReadonlyMap<string, unknown>): string[] => (byRoom.has('') ? [''] : [])

const drawnEnd = ({ startsAt, endsAt }: TimedSession): number => Math.max(endsAt, startsAt + SHORTEST * MINUTE)

function layOutRoom(sessions: readonly TimedSession[], column: number, from: number): GridItem[] {
  const items: GridItem[] = []
  /** Sessions that overlap one another, directly or through others. */
  let cluster: { indexed: TimedSession; lane: number }[] = []
  let laneEnds: number[] = []

  const close = () => {
    for (const { indexed, lane } of cluster) {
      items.push({
        indexed,
        column,
        lane,
        lanes: laneEnds.length,
        top: (indexed.startsAt - from) / MINUTE,
        height: (drawnEnd(indexed) - indexed.startsAt) / MINUTE,
      })
    }
    cluster = []
    laneEnds = []
  }

  for (const indexed of sessions.toSorted((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt)) {
    if (laneEnds.every((end) => end <= indexed.startsAt)) close()
    const free = laneEnds.findIndex((end) => end <= indexed.startsAt)
    const lane = free === -1 ? laneEnds.length : free
    laneEnds[lane] = drawnEnd(indexed)
    cluster.push({ indexed, lane })
  }
  close()
  return items
}

export type GridStep = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

/** The item that a key leads to; the same one if nothing is in that direction. */
export function stepInGrid({ columns }: GridLayout, current: GridItem, step: GridStep): GridItem {
  const column = columns[current.column] ?? []
  const at = column.indexOf(current)
  switch (step) {
    case 'up':
      return column[at - 1] ?? current
    case 'down':
      return column[at + 1] ?? current
    case 'first':
      return column[0] ?? current
    case 'last':
      return column.at(-1) ?? current
    case 'left':
    case 'right':
      return beside(columns, current, step === 'left' ? -1 : 1)
    default:
      return assertNever(step)
  }
}

/** In the next column that has any, the item nearest in time. */
function beside(columns: GridLayout['columns'], current: GridItem, step: 1 | -1): GridItem {
  for (let column = current.column + step; column >= 0 && column < columns.length; column += step) {
    const nearest = (columns[column] ?? []).toSorted((a, b) => distance(a, current) - distance(b, current))[0]
    if (nearest !== undefined) return nearest
  }
  return current
}

const distance = (one: GridItem, other: GridItem) => Math.abs(one.top - other.top)
