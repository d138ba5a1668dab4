import type { SiteConflict } from './destinations.ts'
import { t } from './messages/translate.ts'

/** What was changed on both sides: "Passage", "Front matter key “title”". */
export function nameOfSiteConflict({ kind, name }: SiteConflict): string {
  switch (kind) {
    case 'passage':
      return t('destination.conflict.passage')
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

/** Maximum length of a side that is shown, in characters. */
const MAX_SHOWN = 2000

/** A side of a conflict as text to show; a sentence if there is none. */
export function showSide(text: string, { kind, ours, theirs }: SiteConflict): string {
  if (text !== '') return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
  return t(
    kind === 'file' && (ours === '' || theirs === '') ? 'destination.conflict.no-text' : 'destination.conflict.removed',
  )
}

/** All conflicts as plain text, each with both sides. */
export function formatSiteConflicts(conflicts: readonly SiteConflict[]): string {
  return conflicts
    .map((conflict) =>
      [
        nameOfSiteConflict(conflict),
        ...sideLines(t('destination.conflict.theirs'), showSide(conflict.theirs, conflict)),
        ...sideLines(t('destination.conflict.ours'), showSide(conflict.ours, conflict)),
      ].join('\n'),
    )
    .join('\n\n')
}

const sideLines = (label: string, text: string) => [`  ${label}`, ...text.split('\n').map((line) => `    ${line}`)]
