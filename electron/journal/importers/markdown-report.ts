import type { Heading, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { type Message, message, quoted } from '../../shared/messages/message.ts'
import { isTextName } from '../../shared/import-limits.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { MAX_TEXT, type Report, type Trip, type TripDetails } from '../../shared/trip.ts'
import { newTrip } from '../edits/new-trip.ts'
import { limitHtml } from '../html/limit-html.ts'
import { splitFrontMatter } from '../markdown/front-matter.ts'
import { compareOutlines } from '../markdown/compare-outlines.ts'
import { mapNodes } from '../markdown/map-nodes.ts'
import { outline } from '../markdown/outline.ts'
import { plainParagraphs } from '../markdown/parse-markdown.ts'
import { parseWithPlaces, type PlacedMarkdown } from '../markdown/parse-with-places.ts'
import { resolveReferences } from '../markdown/resolve-references.ts'
import { composePost } from '../report/compose-post.ts'
import { readFragment } from '../report/read-fragment.ts'
import { weighJson } from '../trip-file/weigh-json.ts'
import { spanOf } from './edit-source.ts'
import { findDetails } from './find-details.ts'
import { ImportedPictures } from './import-pictures.ts'
import type { Imported, ImportDefaults, Importer } from './importer.ts'
import { lastPart } from './open-bundle.ts'
import { combineReports } from './combine-reports.ts'
import { dayOfName } from './read-day.ts'
import { dayOfTitle } from './day-headings.ts'
import { draftEntries, wordsOfHeading } from './draft-entries.ts'
import { readDetails, type ReportDetails } from './read-details.ts'
import { splitPlainFields } from './plain-fields.ts'
import { splitReport, type SplitReport, wholeReport } from './split-report.ts'
import { buildTrip } from './build-trip.ts'

/** A report in Markdown, as a single file or as a page bundle with its pictures, with or without front matter. */
export const markdownReport: Importer = {
  id: 'markdown',
  name: message('import.format.markdown'),

  // Any text is valid Markdown, but HTML and the like would become a trip full of brackets.
  detect: ({ texts }) => texts.some(({ text }) => !isOtherFormat(text)),

  read(bundle, defaults) {
    const readable = bundle.texts.filter(({ text }) => !isOtherFormat(text))
    // Among several texts, a list of styles or a script does not count.
    const named = readable.filter(({ name }) => /\.\w+$/.test(name) && isTextName(name))
    const texts = named.length === 0 ? readable : named
    const [text, ...more] = texts
    if (texts.length > MAX_REPORTS || text === undefined) return severalTexts(readable.map(({ name }) => name))
    const pictures = new ImportedPictures(bundle.pictures)
    const reports: Imported[] = []
    for (const file of texts) {
      const read = readReport(file, pictures, defaults)
      // A page without text, as blogs have for their lists, is no report of its own.
      if (read.ok) reports.push(read.value)
      else if (more.length === 0 || read.error.code !== 'import.no-text-in-file') return read
    }
    if (reports.length === 0) return fail('import.no-text-in-file', { name: lastPart(text.name) })
    pictures.keepOthers()
    const others = [...bundle.others, ...readable.filter((file) => !texts.includes(file)).map(({ name }) => name)]
    return ok(finish(combineReports(reports), pictures, others))
  },
}

/** Maximum number of reports that become one trip: one for each day of a long journey. */
const MAX_REPORTS = 40

/** Adds the pictures, and what is said about them, to a trip. */
function finish(imported: Imported, pictures: ImportedPictures, others: readonly string[]): Imported {
  const kept = [...pictures.photos.entries()]
  const names = quoted(others.map(lastPart), 5)
  const leftOut = others.length === 0 ? [] : [message('import.remark.left-out', { count: others.length, names })]
  return {
    trip: { ...imported.trip, photos: kept.map(([, { photo }]) => photo) },
    photos: new Map(kept.map(([id, { data }]) => [id, data])),
    draft: {
      ...imported.draft,
      pictures: kept.length,
      missing: [...pictures.missing].map((address) => address.slice(0, MAX_ADDRESS)),
      remarks: [...imported.draft.remarks, ...pictures.remarks, ...leftOut],
    },
  }
}

/** Enough of an address to recognise a file by, in UTF-16 units. */
const MAX_ADDRESS = 1000

function isOtherFormat(text: string): boolean {
  const start = text.trimStart()
  if (/^(?:<\?xml|<!doctype|<html|<svg|<rss|BEGIN:V)/i.test(start)) return true
  if (!/^[[{]/.test(start)) return false
  // No format is nested that deep, and parsing brackets takes many times their memory.
  if (weighJson(Buffer.from(start), Infinity, Infinity) === 'hopeless') return false
  try {
    JSON.parse(start)
    return true
  } catch {
    return false
  }
}

function severalTexts(names: readonly string[]): Result<never> {
  return fail('import.several-texts', { names: quoted(names.map(lastPart), 5) })
}

function readReport(
  file: { name: string; text: string },
  pictures: ImportedPictures,
  defaults: ImportDefaults,
): Result<Imported> {
  const { fields, body, problem } = splitPlainFields(file.text) ?? splitFrontMatter(file.text)
  if (body.trim() === '') {
    return fail('import.no-text-in-file', { name: lastPart(file.name) })
  }
  if (body.length > MAX_TEXT) {
    return fail('import.text-too-long', { name: lastPart(file.name) })
  }
  const report = readDetails(fields)
  pictures.readFrom(file.name)
  const placed = parseWithPlaces(body)
  const meant = readMeant(placed?.root ?? plainParagraphs(body), pictures)
  pictures.describe(meant)

  const titled = report.title === '' && placed !== null ? takeTitle(placed.root) : null
  const title = report.title || titled?.title || nameOf(file.name)
  const found = findDetails(title, report, meant, { defaults, named: dayOfName(file.name) })
  const text: Root = titled === null ? meant : { ...meant, children: meant.children.slice(1) }
  const details: TripDetails = { ...found.details, firstDay: SOME_DAY, lastDay: SOME_DAY }
  const made = makeTrip({ details, body, placed, from: titled?.end ?? 0, pictures, meant: text })
  const cover = report.cover && pictures.coverAt(report.cover.address)
  const trip: Trip = { ...made.trip, report: { ...made.trip.report, ...reportDetails(report, cover) } }
  const ofTitle = dayOfTitle(title)
  return ok({
    trip,
    photos: new Map(),
    draft: {
      isJournal: false,
      details: found.details,
      days: found.days === null ? null : { ...found.days.days, source: found.days.source },
      entries: draftEntries(made.split, body, {
        title,
        language: found.details.language,
        ...(ofTitle?.by === 'number' && { start: ofTitle }),
      }),
      sections: made.split.sections.map(({ heading }) => wordsOfHeading(heading)),
      pictures: 0,
      missing: [],
      remarks: [
        ...(problem === null ? [] : [problem]),
        ...report.remarks,
        ...(report.cover !== null && cover === null
          ? [message('import.remark.fields', { names: quoted([report.cover.field]) })]
          : []),
        ...made.remarks,
      ],
    },
  })
}

/** What the front matter says of the report; nothing for what it does not say. */
function reportDetails(
  { date, time, isDraft, description, categories, slug }: ReportDetails,
  cover: string | null,
): Partial<Report> {
  return {
    publishedOn: date,
    ...(time !== '' && { publishedTime: time }),
    published: date !== null && !isDraft,
    ...(description !== '' && { description }),
    ...(categories.length > 0 && { categories }),
    ...(slug !== '' && { slug }),
    ...(cover !== null && { cover }),
  }
}

/** Stands for the days of a trip until a plan says when it was. */
const SOME_DAY = '2000-01-01'

/** The text as its author meant it, to check the result against. */
function readMeant(tree: Root, pictures: ImportedPictures): Root {
  return mapNodes(limitHtml(resolveReferences(tree)).tree, (node) => {
    if (node.type !== 'image') return node
    const url = pictures.addressOf(node.url)
    return url === null ? node : { ...node, url }
  })
}

/** A heading before everything else, alone on its level, is the title. */
function takeTitle(root: Root): { title: string; end: number } | null {
  const [first] = root.children
  if (first?.type !== 'heading' || first.depth !== 1 || !isPlain(first)) return null
  if (root.children.some((node) => node !== first && node.type === 'heading' && node.depth === 1)) return null
  const title = toString(first).replace(/\s+/g, ' ').trim().slice(0, 10_000)
  const end = spanOf(first)?.end
  return title === '' || end === undefined ? null : { title, end }
}

function isPlain(heading: Heading): boolean {
  return heading.children.every((node) => node.type === 'text')
}

function nameOf(path: string): string {
  const parts = path.split('/')
  const stem = (parts.at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,8}$/, '')
  const slug = /^_?index$/i.test(stem) ? (parts.at(-2) ?? stem) : stem
  const undated = slug.replace(/^\d{4}[-_.]?\d{2}[-_.]?\d{2}[-_. ]+(?=\p{L})/u, '')
  const name = undated.includes(' ') ? undated : undated.replace(/(?<=\p{L})-(?=[\p{L}\d])|(?<=\d)-(?=\p{L})/gu, ' ')
  return (
    name
      .replace(/[\s_]+/g, ' ')
      .trim()
      .slice(0, 1000) || 'Imported report'
  )
}

interface Material {
  details: TripDetails
  body: string
  placed: PlacedMarkdown | null
  /** Where the text begins within the body. */
  from: number
  pictures: ImportedPictures
  meant: Root
}

/**
 * Cuts the report into sections and entries, and checks that they add up to the same text. If they do not, because some
 * texts cannot be cut without changing them, the whole report becomes one entry.
 */
function makeTrip(material: Material): { trip: Trip; split: SplitReport; remarks: Message[] } {
  const { details, body, placed, from, pictures, meant } = material
  const whole = wholeReport(from, body.length)
  const addressOf = (url: string): string | null => pictures.addressOf(url)
  const photos = [...pictures.photos.values()].map(({ photo }) => photo)
  const build = (cut: PlacedMarkdown, split: SplitReport): Trip | null => {
    const trip = buildTrip(details, body, cut, split, addressOf)
    return trip && { ...trip, photos }
  }

  const split = placed && splitReport(placed.root, body, from)
  const cut = placed && split && build(placed, split)
  if (cut && differ(meant, cut).length === 0) return { trip: cut, split, remarks: [] }
  // A text without positions cannot be edited, so one that is nested too deeply is not cut.
  const uncut =
    (placed && build(placed, whole)) ?? build({ root: { type: 'root', children: [] }, destinations: [] }, whole)
  const trip = uncut ?? { ...newTrip(details), photos }
  // It took too long or is too deep: parsing it once more, for the comparison, would take as long again.
  if (placed === null) for (const { text } of trip.entries) readFragment(text, 1)
  const isBuilt = uncut !== null
  return {
    trip,
    split: isBuilt ? whole : { ...whole, sections: [] },
    remarks: [message('import.remark.one-entry'), ...differ(meant, trip)],
  }
}

function differ(meant: Root, trip: Trip): Message[] {
  return compareOutlines(outline(meant), outline(composePost(trip).post.tree))
}
