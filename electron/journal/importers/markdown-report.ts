import type { Heading, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { type Message, message, quoted } from '../../shared/messages/message.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { MAX_TEXT, type Trip, type TripDetails } from '../../shared/trip.ts'
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
import type { Bundle, Imported, ImportDefaults, Importer } from './importer.ts'
import { lastPart } from './open-bundle.ts'
import { readDetails } from './read-details.ts'
import { splitReport, type SplitReport, wholeReport } from './split-report.ts'
import { buildTrip } from './build-trip.ts'

/** A report in Markdown, as a single file or as a page bundle with its pictures, with or without front matter. */
export const markdownReport: Importer = {
  id: 'markdown',
  name: message('import.format.markdown'),

  // Any text is valid Markdown, but HTML and the like would become a trip full of brackets.
  detect: ({ texts }) => texts.some(({ text }) => !isOtherFormat(text)),

  read(bundle, defaults) {
    const texts = bundle.texts.filter(({ text }) => !isOtherFormat(text))
    const indexes = texts.filter(({ name }) => /^_?index\.\w+$/i.test(lastPart(name)))
    const [text, ...others] = texts.length === 1 ? texts : indexes
    if (text === undefined || others.length > 0) return severalTexts(texts.map(({ name }) => name))
    return readReport(text, bundle, defaults)
  },
}

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

function readReport(file: { name: string; text: string }, bundle: Bundle, defaults: ImportDefaults): Result<Imported> {
  const { fields, body, problem } = splitFrontMatter(file.text)
  if (body.trim() === '') {
    return fail('import.no-text-in-file', { name: lastPart(file.name) })
  }
  if (body.length > MAX_TEXT) {
    return fail('import.text-too-long', { name: lastPart(file.name) })
  }
  const details = readDetails(fields)
  const pictures = new ImportedPictures(bundle.pictures, file.name)
  const placed = parseWithPlaces(body)
  const meant = readMeant(placed?.root ?? plainParagraphs(body), pictures)
  pictures.describe(meant)
  pictures.keepOthers()

  const titled = details.title === '' && placed !== null ? takeTitle(placed.root) : null
  const title = details.title || titled?.title || nameOf(file.name)
  const found = findDetails(title, details, meant, defaults)
  const text: Root = titled === null ? meant : { ...meant, children: meant.children.slice(1) }
  const made = makeTrip({ details: found.details, body, placed, from: titled?.end ?? 0, pictures, meant: text })
  const trip: Trip = {
    ...made.trip,
    report: { ...made.trip.report, publishedOn: details.date, published: details.date !== null && !details.isDraft },
  }
  const others = quoted(bundle.others.map(lastPart))
  return ok({
    trip,
    photos: new Map([...pictures.photos].map(([id, { data }]) => [id, data])),
    remarks: [
      ...(problem === null ? [] : [problem]),
      ...details.remarks,
      ...found.remarks,
      ...made.remarks,
      ...pictures.remarks,
      ...(others.length === 0 ? [] : [message('import.remark.left-out', { count: others.length, names: others })]),
    ],
  })
}

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
  const name = /^_?index$/i.test(stem) ? (parts.at(-2) ?? stem) : stem
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
function makeTrip(material: Material): { trip: Trip; remarks: Message[] } {
  const { details, body, placed, from, pictures, meant } = material
  const whole = wholeReport(from, body.length)
  const addressOf = (url: string): string | null => pictures.addressOf(url)
  const photos = [...pictures.photos.values()].map(({ photo }) => photo)
  const build = (cut: PlacedMarkdown, split: SplitReport): Trip | null => {
    const trip = buildTrip(details, body, cut, split, addressOf)
    return trip && { ...trip, photos }
  }

  const cut = placed && build(placed, splitReport(placed.root, body, from))
  if (cut && differ(meant, cut).length === 0) return { trip: cut, remarks: [] }
  // A text without positions cannot be edited, so one that is nested too deeply is not cut.
  const uncut =
    (placed && build(placed, whole)) ?? build({ root: { type: 'root', children: [] }, destinations: [] }, whole)
  const trip = uncut ?? { ...newTrip(details), photos }
  // It took too long or is too deep: parsing it once more, for the comparison, would take as long again.
  if (placed === null) for (const { text } of trip.entries) readFragment(text, 1)
  return { trip, remarks: [message('import.remark.one-entry'), ...differ(meant, trip)] }
}

function differ(meant: Root, trip: Trip): Message[] {
  return compareOutlines(outline(meant), outline(composePost(trip).post.tree))
}
