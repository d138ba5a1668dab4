import { hasExtensionOf, pictureFormats, pictureMediaTypes } from '../../shared/pictures.ts'
import type { Post } from '../../shared/post.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { eachNode } from '../markdown/map-nodes.ts'
import { photoIdIn } from '../report/show-pictures.ts'
import { deviceName, toAscii } from '../report/slug.ts'

/**
 * The paths of a post's pictures in an export, by photo id. A picture that was published before keeps its name; the others
 * are named by the words that readers get for them, as the name of the original file may say what nobody should know.
 * All are in characters that every disk and web server accepts, and unique even if case is ignored.
 *
 * @param folder the folder that they are in, with `/`; empty for none
 */
export function namePictures(post: Post, folder = ''): ReadonlyMap<string, string> {
  const names = uniqueNames(post, safeName)
  return new Map(Array.from(names, ([id, name]) => [id, folder === '' ? name : `${folder}/${name}`]))
}

/**
 * The names of a post's pictures for blogs, by photo id: lower-case ASCII letters, digits, `_` and `-`. Ghost takes a
 * name for a regular expression, and others change all other characters.
 */
export function webNames(post: Post): ReadonlyMap<string, string> {
  return uniqueNames(post, webName)
}

interface Name {
  stem: string
  ending: string
}

function uniqueNames({ tree, photos }: Post, nameOf: (photo: Photo, words: string) => Name): Map<string, string> {
  const words = new Map<string, string>()
  eachNode(tree, (node) => {
    const id = node.type === 'image' ? photoIdIn(node.url) : null
    if (node.type === 'image' && id !== null && !words.has(id)) words.set(id, node.alt ?? '')
  })
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const photo of photos) {
    const { stem, ending } = nameOf(photo, words.get(photo.id)?.trim() || photo.alt || photo.caption)
    let name = `${stem}.${ending}`
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem}-${number}.${ending}`
    taken.add(name.toLowerCase())
    names.set(photo.id, name)
  }
  return names
}

function webName(photo: Photo, words: string): Name {
  const { stem, ending } = safeName(photo, words)
  return { stem: stem.toLowerCase().replaceAll('.', '-'), ending: ending.toLowerCase() }
}

function safeName({ mediaType, publicName }: Photo, words: string): Name {
  const [ending] = pictureFormats[mediaType].extensions
  if (publicName === undefined) return { stem: safeStem(withoutEnding(words), LONGEST_WORDS), ending }
  const [, given = '', known = ''] = /^(.*?)(?:\.([A-Za-z0-9]{1,5}))?$/s.exec(lastPart(publicName)) ?? []
  // A file with the wrong extension would be served as the wrong type.
  return { stem: safeStem(given, LONGEST), ending: hasExtensionOf(`.${known}`, mediaType) ? known : ending }
}

/** A name without its ending; words that somebody copied from a name, too. */
const withoutEnding = (name: string) => name.replace(/\.[A-Za-z0-9]{1,5}$/, '')

const LONGEST = 80
/** A sentence is too long for a name. */
const LONGEST_WORDS = 48

function safeStem(words: string, longest: number): string {
  const whole = toAscii(words)
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
  const stem = whole.length <= longest ? whole : whole.slice(0, longest + 1).replace(/[.-][^.-]*$|.$/, '')
  return stem === '' || deviceName.test(stem.split('.')[0] ?? '') ? `picture${stem && `-${stem}`}` : stem
}

/**
 * Returns a function that finds the photos of a trip whose pictures an export may have given a name. A converted picture
 * has another ending, a smaller copy has its width in its name, and old versions used the name of the original file.
 */
export function photosByName({ photos, entries, report }: Trip): (name: string) => Photo[] {
  const told = new Map<string, string[]>()
  for (const text of [report.lead, report.closing.text, ...entries.map((entry) => entry.text)]) {
    for (const [, words = '', id = ''] of text.matchAll(PICTURE)) told.set(id, [...(told.get(id) ?? []), words])
  }
  const stems = photos.map((photo) => stemsOf(photo, told.get(photo.id) ?? []))
  return (name) => {
    const lower = name.toLowerCase()
    if (!isPictureName(lower)) return []
    const fits = (stem: string) => lower.startsWith(stem) && /^(?:-\d+){0,2}\.[a-z]+$/.test(lower.slice(stem.length))
    return photos.filter((_, index) => stems[index]?.some(fits))
  }
}

/** A picture of the trip in a text, with the words for readers who cannot see it. */
const PICTURE = /!\[([^\]\n]{0,1000})\]\(photo:([0-9a-f-]{36})/g

function stemsOf({ originalName, publicName = '', alt, caption }: Photo, told: readonly string[]): string[] {
  const ofFiles = [originalName, publicName].map((file) => safeStem(withoutEnding(file), LONGEST))
  const ofWords = [alt, caption, '', ...told].map((words) => safeStem(withoutEnding(words), LONGEST_WORDS))
  return [...ofFiles, ...ofWords].flatMap((stem) => [stem.toLowerCase(), stem.toLowerCase().replaceAll('.', '-')])
}

const isPictureName = (name: string) => pictureMediaTypes.some((type) => hasExtensionOf(name, type))

function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? ''
}
