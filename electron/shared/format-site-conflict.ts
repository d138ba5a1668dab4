import type { ConflictSide, SiteConflict } from './destinations.ts'
import { formatSize } from './messages/format.ts'
import { t } from './messages/translate.ts'

/** What was changed on both sides: "Passage below “Arrival”", "Front matter key “title”". */
export function nameOfSiteConflict({ kind, name }: SiteConflict): string {
  switch (kind) {
    case 'passage':
      return name === ''
        ? t('destination.conflict.passage')
        : t('destination.conflict.passage-below', { heading: name })
    case 'key':
      return t('destination.conflict.key', { name })
    case 'front-matter':
      return t('destination.conflict.front-matter')
    case 'file':
      return t('destination.conflict.file', { path: name })
    default:
      return kind satisfies never
  }
}

/** What stands for a side that has no text to show. */
export function describeSide(side: ConflictSide, { sizes }: SiteConflict): string {
  return sizes === null
    ? t('destination.conflict.removed')
    : t('destination.conflict.no-text', { size: formatSize(sizes[side]) })
}

/** Maximum length of a side that is shown, in characters. */
const MAX_SHOWN = 2000

/** All conflicts as plain text, each with both sides. */
export function formatSiteConflicts(conflicts: readonly SiteConflict[]): string {
  return conflicts
    .map((conflict) =>
      [
        nameOfSiteConflict(conflict),
        ...sideLines(t('destination.conflict.theirs'), showSide('theirs', conflict)),
        ...sideLines(t('destination.conflict.ours'), showSide('ours', conflict)),
      ].join('\n'),
    )
    .join('\n\n')
}

function showSide(side: ConflictSide, conflict: SiteConflict): string {
  const text = conflict[side]
  if (text === '') return describeSide(side, conflict)
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}

const sideLines = (label: string, text: string) => [`  ${label}`, ...text.split('\n').map((line) => `    ${line}`)]
