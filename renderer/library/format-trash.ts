import { formatDate } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { dayAt, now } from '../../electron/shared/time.ts'
import { daysInTrash } from '../../electron/shared/trash.ts'
import { localTimeZone } from '../format/clocks.ts'

/**
 * When something was deleted, and how long it is kept: "Deleted on 14 April 2026, kept for 12 more days".
 *
 * @param deletedAt ISO 8601
 * @param moment the current instant, ISO 8601
 */
export function formatDeleted(deletedAt: string, moment: string = now()): string {
  const date = formatDate(dayAt(deletedAt, localTimeZone()))
  return t('trash.deleted', { date, days: daysInTrash(deletedAt, moment) })
}
