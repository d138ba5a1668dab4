import type { Census, ExportSummary } from './contract/exports.ts'
import { listOf, t } from './messages/translate.ts'
import type { MissingPicture } from './missing-pictures.ts'

type Described = Pick<ExportSummary, 'compared' | 'census' | 'missing' | 'differences'>

/**
 * Describes the result of an export. If there are differences, it ends with a colon, and the list of them should
 * follow.
 */
export function describeExport({ compared, census, missing, differences }: Described): string {
  const sentences: string[] = []
  if (census === null) sentences.push(t(compared === 'gave-up' ? 'export.result.gave-up' : 'export.result.bytes'))
  else {
    const counts = countParts(census, missing.length)
    const isAllThere = missing.length === 0 && differences.length === 0
    sentences.push(t(isAllThere ? 'export.result.all-there' : 'export.result.written', { counts }))
  }
  if (missing.length > 0) sentences.push(describeMissing(missing))
  if (differences.length > 0) sentences.push(t('export.result.differs', { count: differences.length }))
  return sentences.join(' ')
}

/** A sentence about pictures that are not in an export. */
export function describeMissing(missing: readonly MissingPicture[]): string {
  return t('export.result.missing', { count: missing.length, pictures: listMissing(missing) })
}

/** Pictures that are not in an export, each with the reason. */
export function listMissing(missing: readonly MissingPicture[]): string {
  return listOf(missing.map(({ name, reason }) => t(`export.missing.${reason}`, { name })))
}

/** Counts what was read back from the written files. Kinds with a count of zero are left out. */
function countParts(census: Census, missing: number): string {
  const { headings, paragraphs, listItems, quotes, links, pictures } = census
  const parts: [count: number, text: string][] = [
    [headings, t('export.count.headings', { count: headings })],
    [paragraphs, t('export.count.paragraphs', { count: paragraphs })],
    [listItems, t('export.count.list-items', { count: listItems })],
    [quotes, t('export.count.quotes', { count: quotes })],
    [links, t('export.count.links', { count: links })],
    missing === 0
      ? [pictures, t('export.count.pictures', { count: pictures })]
      : [pictures + missing, t('export.count.pictures-of', { count: pictures, total: pictures + missing })],
  ]
  const shown = parts.flatMap(([count, text]) => (count > 0 ? [text] : []))
  return shown.length === 0 ? t('export.result.empty') : listOf(shown, 'unit')
}
