import { posix } from 'node:path'
import { splitFrontMatter } from '../../../markdown/front-matter.ts'
import type { Bundle } from '../../importer.ts'
import { type DividedNote, divideNote, partOf } from './parts-of-note.ts'

type Text = Bundle['texts'][number]

/** A note of a vault, or a part of one, that another note shows. */
export interface Part {
  note: Text
  /** The same for the same part of the same note. */
  key: string
  isWhole: boolean
  /** Markdown as typed, with LF line ends and without properties. */
  source: string
}

/**
 * Maximum length of all notes that an import puts into others, in UTF-16 units, and maximum number of times. Notes that
 * show each other many times would otherwise never end.
 */
const MAX_SHOWN = { length: 16 * 1024 * 1024, times: 10_000 }

/** The notes of a folder, which show each other by their names. */
export class Vault {
  /** The notes that others show as a whole. */
  readonly shown = new Set<Text>()
  readonly #byName = new Map<string, Text[]>()
  readonly #divided = new Map<Text, DividedNote>()
  #length = 0
  #times = 0

  constructor(notes: readonly Text[]) {
    for (const note of notes) {
      const name = keyOf(note.name).split('/').at(-1) ?? ''
      const others = this.#byName.get(name)
      if (others === undefined) this.#byName.set(name, [note])
      else others.push(note)
    }
  }

  /** The note with this name; of several, the one closest to the note that shows it. */
  find(path: string, from: Text): Text | null {
    if (path === '') return from
    const wanted = keyOf(path.replace(/^(?:\.{0,2}\/)+/, ''))
    const folder = posix.dirname(from.name)
    const relative = keyOf(posix.join(folder, path))
    const named = this.#byName.get(wanted.split('/').at(-1) ?? '') ?? []
    const fitting = named.filter(({ name }) => `/${keyOf(name)}`.endsWith(`/${wanted}`))
    const exact = fitting.find(({ name }) => keyOf(name) === relative)
    const near = fitting.find(({ name }) => name.startsWith(`${folder}/`))
    return exact ?? near ?? fitting.toSorted((a, b) => a.name.length - b.name.length)[0] ?? null
  }

  /**
   * What a note shows of another.
   *
   * @param target a name, and perhaps a heading or a block: `Kim Lee#Talks`, `Kim Lee#^a1b2c3`
   * @returns `null` if there is no such note or part
   */
  part(target: string, from: Text): Part | null {
    const [path = '', ...names] = target.split('#').map((name) => name.trim())
    const note = this.find(path, from)
    if (note === null) return null
    const wanted = names.filter(Boolean)
    let divided = this.#divided.get(note)
    if (divided === undefined) {
      divided = divideNote(splitFrontMatter(note.text.replaceAll(/\r\n?/g, '\n')).body)
      this.#divided.set(note, divided)
    }
    const source = partOf(divided, wanted)
    const key = [note.name, ...wanted.map((name) => name.toLowerCase())].join('#')
    return source === null ? null : { note, key, isWhole: wanted.length === 0, source }
  }

  /** Counts a part that is put into another note. Returns false if there were too many. */
  count({ source }: Part): boolean {
    this.#length += source.length
    this.#times++
    return this.#length <= MAX_SHOWN.length && this.#times <= MAX_SHOWN.times
  }

  /** A number that no other part of this import has. */
  get times(): number {
    return this.#times
  }
}

function keyOf(path: string): string {
  return path
    .replace(/\.(?:md|markdown|mdown|mkd|txt)$/i, '')
    .normalize('NFC')
    .toLowerCase()
}
