import type { Image, Root } from 'mdast'
import type { Photo } from '../../shared/trip.ts'
import { mapNodes } from '../markdown/map-nodes.ts'

const SCHEME = 'photo:'

/** The id in the address of one of the trip's pictures (`photo:ID`); `null` for any other address. */
export function photoIdIn(url: string): string | null {
  return url.startsWith(SCHEME) ? url.slice(SCHEME.length) : null
}

/** How a picture is named in messages: its alternative text, or its original file name. */
export function photoName(photo: Photo): string {
  return photo.alt.trim() || photo.originalName || photo.file
}

/** Whether a picture would have to be loaded from the web. */
export function isOnWeb(url: string): boolean {
  return /^(?:https?:)?\/\//i.test(url)
}

export interface PictureNotes {
  /** Pictures of the trip, in the order of their first appearance. */
  shown: Set<Photo>
  /** Alternative texts of pictures that are not in the trip. */
  absent: string[]
  /** Names of pictures that have no alternative text. */
  silent: string[]
  /** Addresses of pictures on the web. */
  elsewhere: string[]
  /** Pictures beside an imported text that were not imported with it. */
  notImported: { name: string; url: string }[]
}

export function newPictureNotes(): PictureNotes {
  return { shown: new Set(), absent: [], silent: [], elsewhere: [], notImported: [] }
}

/**
 * Completes the pictures of a text from their records in the trip: alternative text and caption if the text gives none,
 * and the credit. A picture that the trip does not have is removed, because no reader could see it.
 */
export function showPictures(tree: Root, photos: ReadonlyMap<string, Photo>, notes: PictureNotes): Root {
  return mapNodes(tree, (node) => (node.type === 'image' ? showPicture(node, photos, notes) : node))
}

function showPicture(image: Image, photos: ReadonlyMap<string, Photo>, notes: PictureNotes): Image | null {
  const id = photoIdIn(image.url)
  // A place for a picture that is still to come, of which the entry's remarks say so.
  if (image.url === '') return image
  if (id === null) {
    if (isOnWeb(image.url)) notes.elsewhere.push(image.url)
    else if (!image.url.startsWith('data:')) {
      notes.notImported.push({ name: image.alt?.trim() || image.url, url: image.url })
    }
    if (!image.alt?.trim()) notes.silent.push(image.url)
    return image
  }
  const photo = photos.get(id)
  if (photo === undefined) {
    notes.absent.push(image.alt ?? '')
    return null
  }
  notes.shown.add(photo)
  const alt = image.alt?.trim() ? image.alt : photo.alt
  if (alt.trim() === '') notes.silent.push(photo.originalName || photo.file)
  const title = captionOf(image.title?.trim() ? image.title : photo.caption, photo.credit)
  return alt === (image.alt ?? '') && title === (image.title ?? null) ? image : { ...image, alt, title }
}

function captionOf(caption: string, credit: string): string | null {
  const by = credit.trim()
  if (by === '' || caption.includes(by)) return caption.trim() === '' ? null : caption
  return caption.trim() === '' ? by : `${caption} (${by})`
}
