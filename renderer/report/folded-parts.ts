import { useState } from 'react'
import type { PartId } from '../../electron/shared/report/post-places.ts'

const KEY = 'folded'
/** Maximum number of trips whose folded days and sections are remembered. */
const CAPACITY = 50

/** Trip -> its folded days and sections. Lasts as long as the window's storage, and holds nothing that was written. */
type Kept = Record<string, PartId[]>

function read(): Kept {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Kept) : {}
  } catch {
    return {}
  }
}

function keep(tripId: string, folded: ReadonlySet<PartId>): void {
  const { [tripId]: _, ...others } = read()
  const entries = Object.entries(others).slice(-CAPACITY)
  const kept = folded.size === 0 ? entries : [...entries, [tripId, [...folded]] as const]
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)))
  } catch {
    // A browser that keeps nothing shows everything the next time.
  }
}

/** The days and sections of a trip's outline that are folded. They stay folded when the trip is opened again. */
export function useFoldedParts(tripId: string): [ReadonlySet<PartId>, (part: PartId, isFolded: boolean) => void] {
  const [folded, setFolded] = useState<ReadonlySet<PartId>>(() => {
    const parts: unknown = read()[tripId]
    return new Set(Array.isArray(parts) ? (parts as PartId[]) : [])
  })
  const fold = (part: PartId, isFolded: boolean) => {
    const after = new Set(folded)
    if (isFolded) after.add(part)
    else after.delete(part)
    setFolded(after)
    keep(tripId, after)
  }
  return [folded, fold]
}
