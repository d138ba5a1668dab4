import { type Message, message, quoted } from '../../../shared/messages/message.ts'
import { type Fields, isFields } from '../../programmes/formats/json-fields.ts'

/** Maximum number of names that a remark lists. */
const MAX_NAMED = 5
/** Maximum number of fields that are counted: a journal has a few dozen, and a hostile one as many as it has entries. */
const MAX_FIELDS = 100

/** Why some entries of a journal are not imported. */
export type Reason = 'unreadable' | 'empty' | 'undated' | 'encrypted' | 'conflict' | 'deleted' | 'page'

/** What of a journal is not imported, with counts, so that nothing is dropped silently. */
export class LeftOut {
  readonly #fields = new Map<string, number>()
  readonly #entries = new Map<Reason, string[]>()
  readonly #media: string[] = []
  readonly #lostWords: string[] = []
  readonly #links: string[] = []
  readonly #embeds: string[] = []
  readonly #others: string[] = []

  /** Counts a field of an entry that Lanyard has no place for. */
  field(name: string): void {
    if (this.#fields.has(name) || this.#fields.size < MAX_FIELDS) {
      this.#fields.set(name, (this.#fields.get(name) ?? 0) + 1)
    }
  }

  /** Counts the fields of an entry that say something and are not among those that are imported. */
  fieldsOf(entry: Fields, imported: ReadonlySet<string>): void {
    for (const [name, value] of Object.entries(entry)) {
      if (!imported.has(name) && saysSomething(value)) this.field(name.slice(0, 100))
    }
  }

  /** @param name how the entry is named in the remark */
  entry(reason: Reason, name: string): void {
    const names = this.#entries.get(reason)
    if (names === undefined) this.#entries.set(reason, [name])
    else names.push(name)
  }

  /** Notes a sound, a film or a document that an entry shows. */
  media(name: string): void {
    this.#media.push(name)
  }

  /** Notes a link to another note, which is only words here. */
  link(words: string): void {
    this.#links.push(words)
  }

  /** Notes another note that an entry shows, of which only the name was imported. */
  embed(name: string): void {
    this.#embeds.push(name)
  }

  /** Notes words of HTML that nobody would see, such as those of a script. */
  words(words: readonly string[]): void {
    this.#lostWords.push(...words)
  }

  /** Notes a file that belongs to no entry. */
  file(name: string): void {
    this.#others.push(name)
  }

  remarks(): Message[] {
    const counted = [...this.#fields]
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, count]) => message('import.journal.field', { name, count }))
    return [
      ...Array.from(this.#entries, ([reason, all]) =>
        message('import.journal.entries', { reason, count: all.length, names: quotedFirst(all) }),
      ),
      ...(counted.length === 0 ? [] : [message('import.journal.fields', { names: counted })]),
      ...(this.#media.length === 0
        ? []
        : [message('import.journal.media', { count: this.#media.length, names: quotedFirst(this.#media) })]),
      ...(this.#links.length === 0
        ? []
        : [message('import.journal.links', { count: this.#links.length, names: quotedFirst(this.#links) })]),
      ...(this.#embeds.length === 0
        ? []
        : [message('import.journal.embeds', { count: this.#embeds.length, names: quotedFirst(this.#embeds) })]),
      ...(this.#lostWords.length === 0
        ? []
        : [message('import.journal.words', { words: this.#lostWords.slice(0, 20).join(' ').slice(0, 200) })]),
      ...(this.#others.length === 0
        ? []
        : [message('import.journal.files', { count: this.#others.length, names: quotedFirst(this.#others) })]),
    ]
  }
}

/** The first of some names, for a remark. */
function quotedFirst(all: readonly string[]): Message[] {
  return quoted(
    all.map((name) => name.slice(0, 100)),
    MAX_NAMED,
  )
}

/** Whether a value is more than what programs write for nothing. Journey writes the largest number for no position. */
function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false || value === 0) return false
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) < 1e300
  if (typeof value === 'string') return value.trim() !== '' && !/^0(?:\.0+)?$/.test(value)
  if (Array.isArray(value)) return value.length > 0
  return isFields(value) ? Object.values(value).some((inner) => inner !== -1 && saysSomething(inner)) : true
}
