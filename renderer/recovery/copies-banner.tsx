import { Laptop } from 'lucide-react'
import { useState } from 'react'
import type { ConflictCopy } from '../../electron/shared/history.ts'
import { formatInstant } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { now } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import './copies-banner.css'

/** @example 'A version of this trip from another computer is here, last changed today at 10:15.' */
function formatCopies(readable: readonly NonNullable<ConflictCopy['holds']>[], timeZone: string): string {
  const newest = readable.map(({ updatedAt }) => updatedAt).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0]
  const count = readable.length
  if (newest === undefined) return t('copies.here', { count })
  return t('copies.here-since', { count, when: formatInstant(newest, timeZone, now()) })
}

/** Offers to review or merge changes from another computer if they are not merged automatically. */
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
    <section className="copies-banner" aria-label={t('copies.title')}>
      <Laptop aria-hidden />
      <p>{formatCopies(readable, trip.timeZone)}</p>
      <Button onPress={() => openDialog('copies')}>{t('copies.review')}</Button>
      <Button isDisabled={isBusy || isReadOnly} onPress={() => void mergeAll()}>
        {readable.length === 1 ? t('copies.merge') : t('copies.merge-all')}
      </Button>
    </section>
  )
}
