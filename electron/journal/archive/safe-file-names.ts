import { hasExtensionOf, pictureFormats } from '../../shared/pictures.ts'
import type { Photo, Trip } from '../../shared/trip.ts'

/** Names that mean a device on Windows, whatever ending they have. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/**
 * Gives each picture of a trip that comes from elsewhere a file name that is safe on every system, and that no other
 * picture has. Lanyard's own names are, and stay.
 *
 * @param taken names that others have already
 */
export function safeFileNames(trip: Trip, taken: Iterable<string> = []): Trip {
  const used = new Set(Array.from(taken, compared))
  let isSame = true
  const photos = trip.photos.map((photo) => {
    const file = isSafe(photo) && !used.has(compared(photo.file)) ? photo.file : freeName(photo, used)
    used.add(compared(file))
    isSame &&= file === photo.file
    return file === photo.file ? photo : { ...photo, file }
  })
  return isSame ? trip : { ...trip, photos }
}

function isSafe({ file, mediaType }: Photo): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._ ()-]*$/u.test(file) &&
    Buffer.byteLength(file) <= 200 &&
    !devices.test(file) &&
    // Systems decide by the name with which program they open a file.
    hasExtensionOf(file, mediaType)
  )
}

function freeName({ id, mediaType }: Photo, used: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const name = `picture-${attempt === 0 ? id : `${id}-${attempt}`}.${pictureFormats[mediaType].extensions[0]}`
    if (!used.has(name)) return name
  }
}

/** As systems compare names that take "A" and "a" for one, or two ways to write "ä". */
function compared(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
