import { listOf, t } from '../../electron/shared/messages/translate.ts'
import { isBlankEntry } from '../../electron/shared/entries/blank-entry.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { TRASH_DAYS } from '../../electron/shared/trash.ts'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { LongList } from '../components/long-list.tsx'
import { Restorable, RESTORABLE_HEIGHT } from '../components/restorable.tsx'
import { toRow } from '../journal/entry-row.ts'
import { KindIcon } from '../journal/kind-icon.tsx'
import { formatDay } from '../journal/format-day.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import { formatDeleted } from './format-trash.ts'
import './trash-dialog.css'

/** The number of the trip's pictures that the entry's text shows. */
function countPictures(entry: Entry, trip: Trip): number {
  return trip.photos.filter(({ id }) => entry.text.includes(id)).length
}

/** "Tuesday, 14 April, 10:45 · Keynote · 1 picture" */
function formatSummary(entry: Entry, trip: Trip): string {
  const pictures = countPictures(entry, trip)
  const { time, detail } = toRow(entry, trip.timeZone)
  const when = listOf(
    [formatDay(entry.day), time].filter((part) => part !== ''),
    'unit',
  )
  return [when, detail, pictures === 0 ? '' : t('count.pictures', { count: pictures })]
    .filter((part) => part !== '')
    .join(' · ')
}

/** The deleted entries of the open trip, each with a button that restores it. Their pictures were never deleted. */
export function DeletedEntriesDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const isReadOnly = useTripReadOnly()
  const trip = useTrip((state) => state.trip)
  const restoreDeleted = useTrip((state) => state.restoreDeleted)
  if (!trip) return null
  // The newest is last in the file.
  // Entries in which nothing was written go by themselves.
  const deleted = trip.deleted.filter(({ entry }) => !isBlankEntry(entry)).toReversed()

  const restore = async (entryId: string, title: string) => {
    if (await restoreDeleted(entryId)) useApp.getState().notify(t('trash.restored', { title }))
  }

  return (
    <Dialog title={t('trash.entries')} onClose={closeDialog} closesOutside size="large">
      {deleted.length === 0 ? (
        <EmptyState title={t('trash.entries-none')}>{t('trash.entries-none-note', { days: TRASH_DAYS })}</EmptyState>
      ) : (
        <LongList items={deleted} itemHeight={RESTORABLE_HEIGHT}>
          {({ entry, deletedAt }, place) => {
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
                place={place}
                onRestore={() => void restore(entry.id, title)}
              >
                <p className="quiet small">{formatSummary(entry, trip)}</p>
                <p className="quiet small">{formatDeleted(deletedAt)}</p>
              </Restorable>
            )
          }}
        </LongList>
      )}
    </Dialog>
  )
}
