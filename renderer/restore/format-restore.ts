import type { BackedUpTrip, RestoredFromBackup } from '../../electron/shared/backup.ts'
import { formatInstant } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'

/** What the backup has of a trip: "3 entries, saved today at 10:15". */
export function formatHolds({ holds }: BackedUpTrip, timeZone: string, now: string): string {
  if (holds === null) return t('restore.only-versions')
  const when = formatInstant(holds.updatedAt, timeZone, now)
  return t('restore.holds', { entries: t('count.entries', { count: holds.entries }), when })
}

/** The outcome of restoring one trip. */
export function formatRestored({ title, how, keptAs, photos }: RestoredFromBackup): string {
  const pictures = photos === 0 ? '' : t('restore.pictures-restored', { count: photos })
  if (how !== 'recovered') return t(`restore.done-${how}`, { title, pictures })
  const kept = keptAs === null ? '' : t('restore.original-kept', { path: keptAs })
  return t('restore.done-recovered', { title, pictures, kept })
}

/** How many pictures are missing everywhere; empty if there are no such pictures. */
export function formatMissingPictures(restored: readonly RestoredFromBackup[]): string {
  const count = restored.reduce((sum, { remarks }) => sum + remarks.length, 0)
  return count === 0 ? '' : t('restore.pictures-missing', { count })
}
