import { posix } from 'node:path'
import type { Bundle } from '../../importer.ts'
import { lastPart } from '../../open-bundle.ts'
import type { Material } from '../journal-format.ts'
import { placePictures } from '../place-pictures.ts'
import { trimText } from '../take-title.ts'
import { insertNotes } from './insert-notes.ts'
import type { Vault } from './vault.ts'
import { decode, type Embed, withoutWiki } from './wiki.ts'

/** Where a text is. */
interface Position {
  note: Bundle['texts'][number]
  /** The notes, or their parts, that show each other here, from the outermost to this one. */
  chain: readonly string[]
}

/** Maximum number of notes that are inside each other, the outermost included. */
const MAX_DEPTH = 5

/**
 * Converts a note, or a part of one, to plain Markdown, in which the pictures have their addresses here and the notes that
 * it shows are written out.
 */
export function readText(source: string, { note, chain }: Position, material: Material, vault: Vault): string {
  const { pictures, leftOut } = material
  const folder = posix.dirname(note.name)
  const embed: Embed = (path, alt) => {
    const hasType = /\.\w{2,5}$/.test(path) && !/\.md$/i.test(path)
    if (!hasType || (pictures.find(path, folder) === null && vault.find(path, note) !== null)) return 'note'
    if (pictures.find(path, folder) === null && !isPictureName(path)) {
      leftOut.media(lastPart(path))
      return 'words'
    }
    return { address: pictures.addressOf(path, { alt, caption: '' }, folder) ?? encodeURI(path) }
  }
  const withNotes = insertNotes(
    withoutWiki(source, embed, (words) => leftOut.words([words])),
    {
      textFor(target, label) {
        const part = vault.part(target, note)
        if (part === null || chain.length >= MAX_DEPTH || chain.includes(part.key) || !vault.count(part)) return null
        if (part.isWhole) vault.shown.add(part.note)
        // Obsidian does not show them either.
        if (label !== '') leftOut.words([label])
        const number = vault.times
        const inner = { note: part.note, chain: [...chain, part.key] }
        return withOwnFootnotes(trimText(readText(part.source, inner, material, vault)), number)
      },
      onRefused: (target) => leftOut.embed(target),
    },
  )
  return placePictures(withNotes, /!\[/, ({ isPicture, url, alt, caption }) => {
    if (!isPicture || /^(?:[a-z][\w+.-]*:|\/\/|#)/i.test(url)) return null
    const path = decode(url.replace(/[?#].*$/, ''))
    const address = pictures.addressOf(path, { alt: alt.replace(/\|\s*\d+(?:x\d+)?$/, ''), caption }, folder)
    return address === null ? null : { address }
  })
}

/** Renames the footnotes of a note, which may have the names of those around it. */
function withOwnFootnotes(text: string, number: number): string {
  if (!text.includes('[^')) return text
  return text.replaceAll(
    /^(?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~)|`[^`\n]+`|\[\^([^\]\s]+)\]/gm,
    (whole: string, name: string | undefined) => (name === undefined ? whole : `[^${name}-${number}]`),
  )
}

function isPictureName(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|heic|tiff?|bmp|svg)$/i.test(path)
}
