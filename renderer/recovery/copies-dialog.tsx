import { useState } from 'react'
import type { ConflictCopy } from '../../electron/shared/history.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { now } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { sayMoment } from '../format/moments.ts'
import { sayCount } from '../format/trips.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import { CopyComparisonView } from './copy-comparison.tsx'
import './copies-dialog.css'

/** What helps with a trip does not help with a copy of one. */
function sayWhyNot(error: Failure | null): string {
  if (error?.code !== 'trip.damaged') return error?.message ?? ''
  return 'This copy is damaged and cannot be read. It is left where it is; nothing of it is in the trip.'
}

interface CopyProps {
  tripId: string
  copy: ConflictCopy
  timeZone: string
}

function Copy({ tripId, copy, timeZone }: CopyProps) {
  const mergeCopy = useTrip((state) => state.mergeCopy)
  const isReadOnly = useTripReadOnly()
  const [isBusy, setBusy] = useState(false)
  const { name, holds, error } = copy

  const merge = async () => {
    setBusy(true)
    await mergeCopy(name)
    setBusy(false)
  }

  return (
    <li className="copy">
      <div className="copy-head">
        <div className="copy-text">
          <p className="copy-name">{name}</p>
          <p className="quiet">
            {holds
              ? `${sayCount(holds.entries, 'entry', 'entries')}, changed ${sayMoment(holds.updatedAt, timeZone, now())}`
              : sayWhyNot(error)}
          </p>
        </div>
        {holds && (
          <Button aria-label={`Merge ${name}`} isDisabled={isBusy || isReadOnly} onPress={() => void merge()}>
            Merge
          </Button>
        )}
      </div>
      {holds && <CopyComparisonView tripId={tripId} name={name} timeZone={timeZone} />}
    </li>
  )
}

/** The copies of the open trip that lie beside it because two computers had changed it. */
export function CopiesDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const trip = useTrip((state) => state.trip)
  const copies = useTrip((state) => state.copies)
  if (!trip) return null
  return (
    <Dialog title="From another computer" onClose={closeDialog} closesOutside size="large">
      {copies.length === 0 ? (
        <EmptyState title="No copy is left.">All that was in them is in the trip.</EmptyState>
      ) : (
        <>
          <p>
            A program for shared folders found this trip changed on two computers and left{' '}
            {copies.length === 1 ? 'this copy' : 'these copies'} beside it. A merge puts what is only in a copy into the
            trip, and can be undone; both versions are kept in the history.
          </p>
          <ul>
            {copies.map((copy) => (
              <Copy key={copy.name} tripId={trip.id} copy={copy} timeZone={trip.timeZone} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
