import { hasExtensionOf, pictureFormats } from '../../shared/pictures.ts'
import type { Photo, Trip } from '../../shared/trip.ts'

/** Names of devices on Windows, whatever their extension. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/**
 * Gives each picture of a trip from elsewhere a unique file name that is safe on every system. Names that Lanyard made
 * are safe already and stay unchanged.
 *
 * @param taken names that are already in use
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
    // Systems choose the program that opens a file by its extension.
    hasExtensionOf(file, mediaType)
  )
}

function freeName({ id, mediaType }: Photo, used: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const name = `picture-${attempt === 0 ? id : `${id}-${attempt}`}.${pictureFormats[mediaType].extensions[0]}`
    if (!used.has(name)) return name
  }
}

/** Compared the way systems do that ignore case and Unicode normalization. */
function compared(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
