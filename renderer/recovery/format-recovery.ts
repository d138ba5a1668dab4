import type { Inspection } from '../../electron/shared/history.ts'
import { t } from '../../electron/shared/messages/translate.ts'

type Told = Pick<Inspection, 'kind' | 'title' | 'versions' | 'readable'>

/** What is wrong with a trip, in one line. */
export const formatTrouble = ({ kind, title }: Told): string => t(`recovery.trouble-${kind}`, { title })

/** What is safe, whatever the user chooses. */
export const formatSafety = ({ kind }: Told): string => t(`recovery.safety-${kind}`)

/**
 * What can be done about it.
 *
 * @param hasBackup whether there is a backup to restore from
 */
export function formatChoice({ kind, versions }: Told, hasBackup: boolean): string {
  if (kind === 'newer') return ''
  if (versions.length > 0) return kind === 'checksum' ? t('recovery.choose-or-keep') : t('recovery.choose')
  if (kind === 'checksum') return t('recovery.only-keep')
  return hasBackup ? t('recovery.look-in-backup') : t('recovery.no-version')
}
