import { useEffect, useState } from 'react'
import type { TrashedTrip } from '../../electron/shared/contract/library.ts'
import { TRASH_DAYS } from '../../electron/shared/trash.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Restorable } from '../components/restorable.tsx'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import { useReadOnly } from '../state/read-only.ts'
import { sayDeleted } from './say-trash.ts'
import { sayCount } from '../format/trips.ts'
import './trash-dialog.css'

/** Deleting for good is the one thing here that cannot be undone, so it is the one that asks. */
function EmptyTrash({ count }: { count: number }) {
  const [isAsking, setAsking] = useState(false)
  const emptyTrash = useLibrary((state) => state.emptyTrash)
  if (!isAsking) {
    return (
      <Button isDisabled={count === 0} onPress={() => setAsking(true)}>
        Empty the trash…
      </Button>
    )
  }
  return (
    <>
      <p role="alert" className="trash-question">
        {sayCount(count, 'trip', 'trips')} will be gone for good.
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the safe answer takes the place of the button that was pressed */}
      <Button kind="plain" autoFocus onPress={() => setAsking(false)}>
        Keep
      </Button>
      <Button kind="danger" onPress={() => void emptyTrash()}>
        Delete for good
      </Button>
    </>
  )
}

/** Trips that were deleted, until the trash is emptied. */
export function TrashDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const restoreTrip = useLibrary((state) => state.restoreTrip)
  const trips = useLibrary((state) => state.trash)
  const readTrash = useLibrary((state) => state.readTrash)
  const say = useApp((state) => state.say)
  const isReadOnly = useReadOnly()

  useEffect(() => {
    void readTrash()
  }, [readTrash])

  const restore = async (trip: TrashedTrip) => {
    if (await restoreTrip(trip.trashId)) say(`“${trip.title}” is back.`)
  }

  return (
    <Dialog
      title="Trash"
      onClose={closeDialog}
      closesOutside
      footer={trips && trips.length > 0 && !isReadOnly ? <EmptyTrash count={trips.length} /> : undefined}
    >
      {trips?.length === 0 && (
        <EmptyState title="The trash is empty.">
          Trips that you delete wait here for {TRASH_DAYS} days, with all that is in them. Deleted entries are in the
          menu of their trip.
        </EmptyState>
      )}
      {trips && trips.length > 0 && (
        <ul>
          {trips.map((trip) => (
            <Restorable
              key={trip.trashId}
              title={trip.title}
              isDisabled={isReadOnly}
              onRestore={() => void restore(trip)}
            >
              <p className="quiet small">
                {sayCount(trip.entries, 'entry', 'entries')} · {sayDeleted(trip.deletedAt)}
              </p>
            </Restorable>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
