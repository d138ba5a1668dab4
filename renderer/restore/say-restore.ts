import type { BackedUpState, BackedUpTrip, RestoredFromBackup } from '../../electron/shared/backup.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { sayMoment } from '../format/moments.ts'
import { sayCount } from '../format/trips.ts'

/** How the library stands to a trip in the backup, as the end of a line. */
export function sayHere(here: BackedUpState): string {
  switch (here) {
    case 'missing':
      return 'not in the library'
    case 'damaged':
      return 'damaged in the library'
    case 'same':
      return 'the same in the library'
    case 'older':
      return 'older in the library'
    case 'newer':
      return 'newer in the library'
    default:
      return assertNever(here)
  }
}

/** What the backup has of a trip: "3 entries, saved today at 10:15". */
export function sayHolds({ holds }: BackedUpTrip, timeZone: string, now: string): string {
  if (holds === null) return 'only earlier versions'
  return `${sayCount(holds.entries, 'entry', 'entries')}, saved ${sayMoment(holds.updatedAt, timeZone, now)}`
}

/** What has come of restoring one trip. */
export function sayRestored({ title, how, keptAs, photos }: RestoredFromBackup): string {
  const came = photos === 0 ? '' : ` ${sayCount(photos, 'picture', 'pictures')} came with it.`
  switch (how) {
    case 'made':
      return `“${title}” is back.${came}`
    case 'recovered':
      return `“${title}” can be read again.${came}${keptAs === null ? '' : ` The file as it was is kept at ${keptAs}.`}`
    case 'changed':
      return `“${title}” is as it was in the backup.${came}`
    case 'same':
      return `“${title}” is the same there and here.${came}`
    default:
      return assertNever(how)
  }
}

/** The pictures that are lost; empty where none is. */
export function sayLacking(restored: readonly RestoredFromBackup[]): string {
  const lacking = restored.reduce((sum, { remarks }) => sum + remarks.length, 0)
  return lacking === 0
    ? ''
    : `${sayCount(lacking, 'picture is', 'pictures are')} neither in the library nor in the backup.`
}
