import { useEffect, useState } from 'react'
import type { TrashedTrip } from '../../electron/shared/contract/library.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { TRASH_DAYS } from '../../electron/shared/trash.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { LongList } from '../components/long-list.tsx'
import { Restorable, RESTORABLE_HEIGHT } from '../components/restorable.tsx'
import { useApp } from '../state/app-state.ts'
import { emptyTrash, readTrash, restoreTrip } from '../state/library-changes.ts'
import { useLibrary } from '../state/library-state.ts'
import { useReadOnly } from '../state/read-only.ts'
import { formatDeleted } from './format-trash.ts'
import './trash-dialog.css'

/** "3 entries · Deleted on 14 April 2026, kept for 12 more days" */
const formatTrashed = ({ entries, deletedAt }: TrashedTrip) =>
  t('trash.trip', { entries: t('count.entries', { count: entries }), deleted: formatDeleted(deletedAt) })

/** Empties the trash once the user has confirmed it, because this cannot be undone. */
function EmptyTrash({ count }: { count: number }) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking) {
    return (
      <Button isDisabled={count === 0} onPress={() => setAsking(true)}>
        {t('trash.empty')}
      </Button>
    )
  }
  return (
    <>
      <p role="alert" className="trash-question">
        {t('trash.question', { count })}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the safe answer replaces the button that was pressed */}
      <Button kind="plain" autoFocus onPress={() => setAsking(false)}>
        {t('trash.keep')}
      </Button>
      <Button kind="danger" onPress={() => void emptyTrash()}>
        {t('trash.delete')}
      </Button>
    </>
  )
}

/** The deleted trips, each with a button that restores it. */
export function TrashDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const trips = useLibrary((state) => state.trash)
  const notify = useApp((state) => state.notify)
  const isReadOnly = useReadOnly()

  useEffect(() => {
    void readTrash()
  }, [])

  const restore = async (trip: TrashedTrip) => {
    if (await restoreTrip(trip.trashId)) notify(t('trash.restored', { title: trip.title }))
  }

  return (
    <Dialog
      title={t('trash.title')}
      onClose={closeDialog}
      closesOutside
      footer={trips && trips.length > 0 && !isReadOnly ? <EmptyTrash count={trips.length} /> : undefined}
    >
      {trips?.length === 0 && (
        <EmptyState title={t('trash.none')}>{t('trash.none-note', { days: TRASH_DAYS })}</EmptyState>
      )}
      {trips && trips.length > 0 && (
        <LongList items={trips} itemHeight={RESTORABLE_HEIGHT}>
          {(trip, place) => (
            <Restorable
              key={trip.trashId}
              title={trip.title}
              isDisabled={isReadOnly}
              place={place}
              onRestore={() => void restore(trip)}
            >
              <p className="quiet small">{formatTrashed(trip)}</p>
            </Restorable>
          )}
        </LongList>
      )}
    </Dialog>
  )
}
