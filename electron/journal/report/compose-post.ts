import type { Paragraph, RootContent } from 'mdast'
import type { Composition } from '../../shared/contract/report.ts'
import { entryLabel, unnamedEntry } from '../../shared/entries/entry-name.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import type { MissingPicture } from '../../shared/missing-pictures.ts'
import type { Remark } from '../../shared/post.ts'
import { arrangePost } from '../../shared/report/arrange-report.ts'
import { hasText, tellingText } from '../../shared/report/entry-content.ts'
import { type EntryHeading, entryHeading, talkStyleOf } from '../../shared/report/entry-heading.ts'
import { knownLanguage } from '../../shared/report/language.ts'
import { type BlockRole, entryPart, type PartId, type PostSpan } from '../../shared/report/post-places.ts'
import { assertNever } from '../../shared/result.ts'
import type { Entry, Photo, Report, Talk, TalkStyle, Trip } from '../../shared/trip.ts'
import { countWords } from '../../shared/words.ts'
import { instantAt } from '../../shared/zone-time.ts'
import { nameWords } from '../html/safe-html.ts'
import { talkDetails, talkSentence } from './introduce-talk.ts'
import { FootnoteNames } from './join-footnotes.ts'
import { mentionedPhotos } from './mentioned-photos.ts'
import { plainPhrases } from './plain-phrases.ts'
import { readFragment, readHeading, wordsIn } from './read-fragment.ts'
import { remarksOn } from './remarks.ts'
import { headingDepth, shiftHeadings } from './shift-headings.ts'
import { newPictureNotes, type PictureNotes, showPictures } from './show-pictures.ts'
import { asciiSlug } from './slug.ts'

/**
 * Composes the post of a trip. The trip's report decides which entries are in it, in which order and under which
 * headings. A pure function, so the same trip always gives the same post.
 */
export function composePost(trip: Trip): Composition {
  const { report } = trip
  const arrangement = arrangePost(trip)
  const writing = new Writing(trip)

  writing.addText(report.lead, 0, 'lead', null)
  /** The places of sections that are left out: their texts can be written there. */
  const addHidden = (before: number) => {
    for (const { id } of arrangement.hidden.filter((one) => one.before === before)) writing.addText('', 0, id, null)
  }
  for (const [index, part] of arrangement.parts.entries()) {
    addHidden(index)
    const above = writing.addHeading(part.heading, report.headingLevel, part.id) ? report.headingLevel : 0
    if (part.text !== null) writing.addText(part.text, above, part.id, null)
    for (const entry of part.entries) writing.addEntry(entry, above, part.numbers.get(entry.id) ?? null)
  }
  addHidden(arrangement.parts.length)
  const above = writing.addHeading(report.closing.heading, report.headingLevel, 'closing') ? report.headingLevel : 0
  writing.addText(report.closing.text, above, 'closing', null)

  const title = report.title.trim() || trip.title.trim()
  const cover = coverOf(trip, writing.photos)
  if (cover !== null) writing.photos.add(cover)
  return {
    post: {
      tripId: trip.id,
      meta: {
        title,
        authors: named(report.authors),
        tags: named(report.tags),
        categories: named(report.categories ?? []),
        description: (report.description ?? '').replace(/\s+/g, ' ').trim(),
        date: report.publishedOn,
        time: timeOf(report, trip.timeZone),
        lastDay: trip.lastDay,
        timeZone: trip.timeZone,
        language: trip.language,
        // A title in another script may leave nothing for a file name, but the first day always does.
        slug: report.slug || asciiSlug(title) || asciiSlug(trip.title) || `report-${trip.firstDay}`,
        hasOwnSlug: Boolean(report.slug),
        cover: cover?.id ?? null,
      },
      tree: { type: 'root', children: writing.blocks },
      photos: [...writing.photos],
    },
    spans: writing.spans,
    unplaced: arrangement.unplaced.map((entry) => entry.id),
    remarks: [...remarksOn(trip, arrangement), ...writing.remarks],
    missing: writing.missing,
    words: writing.words,
  }
}

/** A post that is being written. Blocks are added in reading order. */
class Writing {
  readonly blocks: RootContent[] = []
  readonly spans: PostSpan[] = []
  readonly photos = new Set<Photo>()
  readonly remarks: Remark[] = []
  readonly missing: MissingPicture[] = []
  words = 0
  readonly #trip: Trip
  readonly #language: string
  readonly #known: ReadonlyMap<string, Photo>
  readonly #footnotes = new FootnoteNames()

  constructor(trip: Trip) {
    this.#trip = trip
    this.#language = knownLanguage(trip.language)
    this.#known = new Map(trip.photos.map((photo) => [photo.id, photo]))
  }

  /** Adds a heading that the user wrote, unless it is empty. */
  addHeading(markdown: string, level: number, part: PartId): boolean {
    const children = readHeading(markdown)
    return this.#span(part, 'heading', () => {
      if (children.length > 0) this.#add({ type: 'heading', depth: headingDepth(level), children }, part)
      return children.length > 0
    })
  }

  /**
   * Adds a text. Its headings are moved below the level `above`.
   *
   * @param entry the entry whose text it is, if it is one's
   */
  addText(markdown: string, above: number, part: PartId, entry: Entry | null): void {
    const fragment = readFragment(markdown)
    const remark = (said: Message) => this.remarks.push({ message: said, at: part })
    const lost = fragment.lostWords
    if (lost.length > 0) {
      remark(message('report.remark.lost-words', { count: lost.length, words: nameWords(lost) }))
    }
    if (fragment.isPlain) remark(shownPlainly(entry))
    if (fragment.skipsLevel) remark(skippedLevel(entry))
    if (fragment.emptyQuotes > 0) remark(message('report.remark.empty-quote', { count: fragment.emptyQuotes }))
    this.#span(part, 'text', () => {
      const blocks = this.#footnotes.join(fragment, shiftHeadings(fragment, above))
      this.blocks.push(...(fragment.hasPictures ? this.#show(blocks, part) : blocks))
    })
    this.words += fragment.words
  }

  /** @param number the number before its heading; `null` for none */
  addEntry(entry: Entry, partLevel: number, number: number | null): void {
    const { report } = this.#trip
    const part = entryPart(entry.id)
    const level = report.headingLevel + 1
    const heading = entryHeading(report, entry)
    const hasHeading = heading !== null && this.#addEntryHeading(heading, number, level, part)
    if (entry.kind === 'talk') {
      const introduction = this.#introduce(entry, talkStyleOf(report, entry.id), heading?.words ?? '')
      this.#span(part, 'details', () => introduction !== null && this.#add(introduction, part))
    }
    if (!hasText(report, entry)) this.remarks.push({ message: withoutText(entry), at: part })
    this.addText(tellingText(report, entry), hasHeading ? level : partLevel, part, entry)
  }

  #addEntryHeading({ words, isMarkdown }: EntryHeading, number: number | null, level: number, part: PartId): boolean {
    const numbered = number === null ? words : `${number}. ${words}`
    if (isMarkdown) return this.addHeading(numbered, level, part)
    // A title is not Markdown: `__init__` in it is a name, not emphasis.
    const children = plainPhrases(numbered)
    this.#span(part, 'heading', () => this.#add({ type: 'heading', depth: headingDepth(level), children }, part))
    return true
  }

  /** Notes which blocks are added meanwhile, and to which part they belong. */
  #span<T>(part: PartId, role: BlockRole, add: () => T): T {
    const from = this.blocks.length
    const added = add()
    this.spans.push({ part, role, from, to: this.blocks.length })
    return added
  }

  #introduce(talk: Talk, style: TalkStyle, heading: string): Paragraph | null {
    switch (style) {
      case 'heading':
        return talkDetails(talk, heading, this.#language)
      case 'sentence':
        return talkSentence(talk, this.#language)
      case 'none':
        return null
      default:
        return assertNever(style)
    }
  }

  #add(block: RootContent, part: PartId): void {
    this.blocks.push(...this.#show([block], part))
    this.words += countWords(wordsIn(block))
  }

  #show(blocks: RootContent[], part: PartId): RootContent[] {
    const notes = newPictureNotes()
    const shown = showPictures({ type: 'root', children: blocks }, this.#known, notes).children
    for (const photo of notes.shown) this.photos.add(photo)
    this.#remark(notes, part)
    return shown
  }

  #remark(notes: PictureNotes, at: PartId): void {
    for (const alt of notes.absent) {
      const isNamed = alt.trim() === '' ? 'other' : 'yes'
      this.remarks.push({ message: message('report.remark.no-picture', { isNamed, name: alt }), at })
      this.missing.push({ name: alt.trim() || 'photo', reason: 'no-record' })
    }
    for (const { name, url } of notes.notImported) {
      this.remarks.push({ message: message('report.remark.not-imported', { address: url }), at })
      this.missing.push({ name, reason: 'not-imported' })
    }
    for (const name of notes.silent) {
      this.remarks.push({ message: message('report.remark.no-alternative-text', { name }), at })
    }
    for (const url of notes.elsewhere) {
      this.remarks.push({ message: message('report.remark.on-the-web', { address: url }), at })
    }
  }
}

/** The time of publication with its offset; `null` if it is not known. */
function timeOf({ publishedOn, publishedTime = '' }: Report, timeZone: string): string | null {
  if (publishedOn === null || publishedTime === '') return null
  const [, clock = '', seconds = ':00', offset] = /^(\d\d:\d\d)(:\d\d)?(.*)$/.exec(publishedTime) ?? []
  return `${clock}${seconds}${offset || instantAt(publishedOn, clock, timeZone).slice('2026-04-14T10:00:00'.length)}`
}

/** The chosen cover. One that only private entries show is not exported. */
function coverOf({ report: { cover }, photos, entries }: Trip, shown: ReadonlySet<Photo>): Photo | null {
  const photo = photos.find(({ id }) => id === cover)
  if (photo === undefined) return null
  const isPrivate = entries.some((entry) => entry.private && mentionedPhotos(entry.text).includes(photo.id))
  return isPrivate && !shown.has(photo) ? null : photo
}

function named(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.trim()).filter(Boolean))]
}

function shownPlainly(entry: Entry | null): Message {
  const name = entry === null ? '' : entryLabel(entry)
  return message('report.remark.plain', { isNamed: name === '' ? 'other' : 'yes', name })
}

function skippedLevel(entry: Entry | null): Message {
  const name = entry === null ? '' : entryLabel(entry)
  return message('report.remark.skipped-level', { isNamed: name === '' ? 'other' : 'yes', name })
}

function withoutText(entry: Entry): Message {
  const name = entryLabel(entry)
  if (name !== '') return message('report.remark.no-text', { name })
  return message('report.remark.no-text-unnamed', { name: unnamedEntry(entry.kind), day: { day: entry.day } })
}
