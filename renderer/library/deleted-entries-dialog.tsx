import { t } from '../../electron/shared/messages/translate.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { TRASH_DAYS } from '../../electron/shared/trash.ts'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Restorable } from '../components/restorable.tsx'
import { toRow } from '../journal/entry-row.ts'
import { KindIcon } from '../journal/kind-icon.tsx'
import { longDay } from '../journal/show-day.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import { sayDeleted } from './say-trash.ts'
import { sayCount } from '../format/trips.ts'
import './trash-dialog.css'

/** How many of the trip's pictures stand in a text. */
function countPictures(entry: Entry, trip: Trip): number {
  return trip.photos.filter(({ id }) => entry.text.includes(id)).length
}

function sayWhereAndWhat(entry: Entry, trip: Trip): string {
  const pictures = countPictures(entry, trip)
  const { time, detail } = toRow(entry, trip.timeZone)
  const when = [longDay(entry.day), time].filter((part) => part !== '').join(', ')
  return [when, detail, pictures === 0 ? '' : sayCount(pictures, 'picture', 'pictures')]
    .filter((part) => part !== '')
    .join(' · ')
}

/** Entries of the open trip that were deleted, and the way back for each. Their pictures never went anywhere. */
export function DeletedEntriesDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const isReadOnly = useTripReadOnly()
  const trip = useTrip((state) => state.trip)
  const restoreDeleted = useTrip((state) => state.restoreDeleted)
  if (!trip) return null
  // The newest stand last in the file.
  const deleted = trip.deleted.toReversed()

  const restore = async (entryId: string, title: string) => {
    if (await restoreDeleted(entryId)) useApp.getState().say(`“${title}” is back.`)
  }

  return (
    <Dialog title="Deleted entries" onClose={closeDialog} closesOutside size="large">
      {deleted.length === 0 ? (
        <EmptyState title="No entry was deleted.">
          Entries that you delete wait here for {TRASH_DAYS} days, with their pictures.
        </EmptyState>
      ) : (
        <ul>
          {deleted.map(({ entry, deletedAt }) => {
            const { title } = toRow(entry, trip.timeZone)
            return (
              <Restorable
                key={entry.id}
                title={title}
                icon={
                  <span className="trash-kind" title={t(`entry.kind.${entry.kind}`)}>
                    <KindIcon kind={entry.kind} />
                  </span>
                }
                isDisabled={isReadOnly}
                onRestore={() => void restore(entry.id, title)}
              >
                <p className="quiet small">{sayWhereAndWhat(entry, trip)}</p>
                <p className="quiet small">{sayDeleted(deletedAt).replace(/^d/, 'D')}</p>
              </Restorable>
            )
          })}
        </ul>
      )}
    </Dialog>
  )
}
