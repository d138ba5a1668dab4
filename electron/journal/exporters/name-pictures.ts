import { hasExtensionOf, pictureFormats, pictureMediaTypes } from '../../shared/pictures.ts'
import type { Post } from '../../shared/post.ts'
import type { Photo } from '../../shared/trip.ts'
import { deviceName, toAscii } from '../report/slug.ts'

/**
 * The paths of a post's pictures in an export, by photo id: their original names in characters that every disk and web
 * server accepts, unique even if case is ignored.
 *
 * @param folder the folder that they are in, with `/`; empty for none
 */
export function namePictures(post: Post, folder = ''): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const photo of post.photos) {
    const { stem, ending } = safeName(photo)
    let name = `${stem}.${ending}`
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem}-${number}.${ending}`
    taken.add(name.toLowerCase())
    names.set(photo.id, folder === '' ? name : `${folder}/${name}`)
  }
  return names
}

/**
 * The names of a post's pictures for blogs, by photo id: lower-case ASCII letters, digits, `_` and `-`. Ghost takes a
 * name for a regular expression, and others change all other characters.
 */
export function webNames(post: Post): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const photo of post.photos) {
    const { stem, ending } = webName(photo)
    let name = `${stem}.${ending}`
    for (let number = 2; taken.has(name); number++) name = `${stem}-${number}.${ending}`
    taken.add(name)
    names.set(photo.id, name)
  }
  return names
}

function webName(photo: Photo): { stem: string; ending: string } {
  const { stem, ending } = safeName(photo)
  return { stem: stem.toLowerCase().replaceAll('.', '-'), ending: ending.toLowerCase() }
}

/**
 * Whether an export may have given this name to the picture of that photo. A converted one has another ending, and a
 * smaller copy has its width in its name.
 */
export function mayBeNameOf(photo: Photo, name: string): boolean {
  const lower = name.toLowerCase()
  if (!pictureMediaTypes.some((type) => hasExtensionOf(lower, type))) return false
  return [safeName(photo), webName(photo)].some(
    ({ stem }) => lower.startsWith(stem.toLowerCase()) && /^(?:-\d+){0,2}\.[a-z]+$/.test(lower.slice(stem.length)),
  )
}

function safeName(photo: Photo): { stem: string; ending: string } {
  const [, given = '', ending = ''] = /^(.*?)(?:\.([A-Za-z0-9]{1,5}))?$/s.exec(lastPart(photo.originalName)) ?? []
  const stem = toAscii(given)
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80)
  const safe = stem === '' || deviceName.test(stem.split('.')[0] ?? '') ? `picture${stem && `-${stem}`}` : stem
  // A file with the wrong extension would be served as the wrong type.
  const isTrue = hasExtensionOf(`.${ending}`, photo.mediaType)
  return { stem: safe, ending: isTrue ? ending : pictureFormats[photo.mediaType].extensions[0] }
}

function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? ''
}
