import type { News } from './archive.ts'
import { formatCounts } from './messages/format.ts'
import { t } from './messages/translate.ts'

/**
 * Describes what a trip in a file has that the same trip in the library lacks, and vice versa.
 *
 * @example 'The file has 3 entries that yours does not have. Yours has 1 entry that the file does not have.'
 */
export function formatNews({ added, deletedHere, changed, missing, photos, hasOtherDetails }: News): string {
  const counts = [
    [added, t('archive.news.added', { count: added })],
    [deletedHere, t('archive.news.deleted-here', { count: deletedHere })],
    [changed, t('archive.news.changed', { count: changed })],
    [photos, t('archive.news.pictures', { count: photos })],
    [hasOtherDetails ? 1 : 0, t('archive.news.details')],
  ] as const
  const news = formatCounts(counts)
  return [
    ...(news === '' ? [] : [t('archive.news', { news })]),
    ...(missing === 0 ? [] : [t('archive.news.missing', { count: missing })]),
  ].join(' ')
}
