import { formatDate } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'

/** A day of the trip (`YYYY-MM-DD`), whose year goes without saying: "Tuesday, 14 April". */
export function formatDay(day: string): string {
  return t('date.with-weekday', { weekday: formatDate(day, 'weekday'), date: formatDate(day, 'without-year') })
}
