import type { Inspection } from '../../electron/shared/history.ts'
import { assertNever } from '../../electron/shared/result.ts'

type Told = Pick<Inspection, 'kind' | 'title' | 'versions' | 'readable'>

/** What is the matter with a trip, in one line. */
export function sayTrouble({ kind, title }: Told): string {
  switch (kind) {
    case 'damaged':
      return `“${title}” is damaged.`
    case 'missing':
      return `The file of “${title}” is missing.`
    case 'checksum':
      return `“${title}” was changed by something other than Lanyard.`
    case 'newer':
      return `“${title}” was written by a newer Lanyard.`
    default:
      return assertNever(kind)
  }
}

/** What is safe, whatever is done next. */
export function saySafety({ kind }: Told): string {
  switch (kind) {
    case 'damaged':
      return 'Nothing was changed or deleted. Its pictures are untouched, and so are all other trips. When a version is restored, the damaged file stays in the folder under another name.'
    case 'missing':
      return 'Its pictures are untouched where they are, and so are all other trips.'
    case 'checksum':
      return 'All of it can be read. Whatever you choose, the file as it is now stays in the folder under another name.'
    case 'newer':
      return 'Nothing of it is changed here. Update Lanyard to go on writing in it.'
    default:
      return assertNever(kind)
  }
}

/**
 * What can be done about it.
 *
 * @param hasBackup whether there is one to look into
 */
export function sayChoice({ kind, versions }: Told, hasBackup: boolean): string {
  if (kind === 'newer') return ''
  if (versions.length > 0) {
    return kind === 'checksum'
      ? 'Take it as it is, or choose the version to go back to.'
      : 'Choose the version to go back to.'
  }
  if (kind === 'checksum') return 'No earlier version of it is kept, so it can be taken as it is.'
  if (hasBackup) return 'No earlier version of it is kept in the library. The backup may have one.'
  return 'No earlier version of it is kept on this computer. If you have a backup of the folder, close Lanyard and put its trip.json back; the trip then opens as before.'
}
