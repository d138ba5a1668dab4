import { useState } from 'react'
import type { ConflictCopy } from '../../electron/shared/history.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { now } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { sayMoment } from '../history/say-moment.ts'
import { sayCount } from '../library/say-trip.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import './copies-dialog.css'

/** What helps with a trip does not help with a copy of one. */
function sayWhyNot(error: Failure | null): string {
  if (error?.code !== 'trip.damaged') return error?.message ?? ''
  return 'This copy is damaged and cannot be read. It is left where it is; nothing of it is in the trip.'
}

interface CopyProps {
  copy: ConflictCopy
  timeZone: string
}

function Copy({ copy, timeZone }: CopyProps) {
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
    <Dialog title="Copies from elsewhere" onClose={closeDialog} closesOutside size="large">
      {copies.length === 0 ? (
        <EmptyState title="No copy is left.">All that was in them is in the trip.</EmptyState>
      ) : (
        <>
          <p>
            A program for shared folders found this trip changed on two computers and left these copies beside it.
            Merging one puts what is only in it into the trip; what both changed is kept twice, side by side.
          </p>
          <ul>
            {copies.map((copy) => (
              <Copy key={copy.name} copy={copy} timeZone={trip.timeZone} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
