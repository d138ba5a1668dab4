import { Laptop } from 'lucide-react'
import { useState } from 'react'
import type { ConflictCopy } from '../../electron/shared/history.ts'
import { now } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { sayMoment } from '../format/moments.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import './copies-banner.css'

/** @example 'Another computer’s version of this trip is here, last changed today at 10:15.' */
function sayCopies(readable: readonly NonNullable<ConflictCopy['holds']>[], timeZone: string): string {
  const newest = readable.map(({ updatedAt }) => updatedAt).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0]
  const when = newest === undefined ? '' : `, last changed ${sayMoment(newest, timeZone, now())}`
  return readable.length === 1
    ? `Another computer’s version of this trip is here${when}.`
    : `${readable.length} versions of this trip from other computers are here${when}.`
}

/** Offers what another computer wrote, where that is not merged by itself: to be looked at, or to be merged. */
export function CopiesBanner() {
  const trip = useTrip((state) => state.trip)
  const copies = useTrip((state) => state.copies)
  const mergeCopy = useTrip((state) => state.mergeCopy)
  const openDialog = useApp((state) => state.openDialog)
  const isReadOnly = useTripReadOnly()
  const [isBusy, setBusy] = useState(false)
  const readable = copies.flatMap(({ holds }) => holds ?? [])
  if (!trip || readable.length === 0) return null

  const mergeAll = async () => {
    setBusy(true)
    for (const { name, holds } of copies) if (holds !== null) await mergeCopy(name)
    setBusy(false)
  }

  return (
    <section className="copies-banner" aria-label="From another computer">
      <Laptop aria-hidden />
      <p>{sayCopies(readable, trip.timeZone)}</p>
      <Button onPress={() => openDialog('copies')}>Review…</Button>
      <Button isDisabled={isBusy || isReadOnly} onPress={() => void mergeAll()}>
        {readable.length === 1 ? 'Merge' : 'Merge all'}
      </Button>
    </section>
  )
}
