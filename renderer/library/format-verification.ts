import { formatSize } from '../../electron/shared/messages/format.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import type { Verification } from '../../electron/shared/verification.ts'

/** What was read: "Read: 2 trips, 41 entries, 9 pictures and 30 earlier versions, 3.5 MB in total." */
export function formatRead({ trips, entries, pictures, versions, inTrash, bytes }: Verification): string {
  const items = [
    t('library.trip-count', { count: trips }),
    t('count.entries', { count: entries }),
    ...(pictures === 0 ? [] : [t('count.pictures', { count: pictures })]),
    ...(versions === 0 ? [] : [t('count.versions', { count: versions })]),
    ...(inTrash === 0 ? [] : [t('verify.in-trash', { count: inTrash })]),
  ]
  return t('verify.read', { items: listOf(items), size: formatSize(bytes) })
}

/** The outcome in one sentence. */
export function formatVerdict(problems: number, notes: number): string {
  if (problems > 0) return t('verify.verdict-problems', { count: problems })
  return notes === 0 ? t('verify.verdict-good') : t('verify.verdict-notes')
}
