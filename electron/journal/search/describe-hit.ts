import { firstWords } from '../../shared/entries/entry-name.ts'
import type { Hit, SearchedField } from '../../shared/search.ts'
import { quality } from './dictionary.ts'
import type { Match, Matches } from './find-documents.ts'
import { findMarks, type Mark } from './find-marks.ts'
import { dayIn, idIn, kindIn, partsOf, placeIn, type StoredPart } from './segment.ts'
import { sentenceAround } from './sentence.ts'
import type { WordNumbers } from './word-numbers.ts'

interface MarkedPart extends StoredPart {
  marks: Mark[]
}

/** The fields that a sentence is taken from, if they have the words; the title is shown anyway. */
const sentenceFields: readonly SearchedField[] = [
  'text',
  'lead',
  'closing',
  'section',
  'caption',
  'person',
  'detail',
  'tag',
]

/** What is shown of a document that was found: its title, and the sentence in which most of the words are. */
export function describeHit({ segment, index }: Match, { needs }: Matches, numbers: WordNumbers): Hit {
  const flags = segment.flags[index] ?? 0
  const place = placeIn(flags)
  const parts = keepBest(
    partsOf(segment, index).map((part): MarkedPart => ({
      ...part,
      marks: findMarks(part.text, needs, numbers),
    })),
  )
  const title = parts.find(({ field }) => field === 'title')
  const text = parts.find(({ field }) => field === 'text')
  const shown = bestPart(parts.filter(({ field }) => field !== 'title'))
  const source = shown ?? text ?? null
  const sentence =
    source === null ? { text: '', marks: [], at: null } : sentenceAround(source.text, source.marks, isMarkdown(source))
  const name = title?.text.trim() ? oneLine(title.text) : null
  const [first] = title?.marks ?? []
  return {
    tripId: segment.tripId,
    tripTitle: segment.title,
    place,
    entryId: place === 'entry' ? idIn(segment, index) : null,
    reportId: place === 'report' ? idIn(segment, index) : null,
    kind: kindIn(flags),
    day: place === 'entry' ? dayIn(segment.days[index] ?? 0) : null,
    title: name ?? firstWords(text?.text ?? ''),
    titleMarks: name === null ? [] : (title?.marks ?? []).map(({ from, to }) => [from, to]),
    sentence: sentence.text,
    sentenceMarks: sentence.marks,
    field: shown?.field ?? (first === undefined ? (source?.field ?? 'title') : 'title'),
    at: shown === undefined ? (first === undefined ? null : [first.from, first.to]) : sentence.at,
  }
}

/** Leaves out worse matches: where the word itself is, nobody looks for words that merely contain it. */
function keepBest(parts: readonly MarkedPart[]): MarkedPart[] {
  const best = new Map<number, number>()
  for (const { need, quality: found } of parts.flatMap(({ marks }) => marks)) {
    best.set(need, Math.max(found, best.get(need) ?? 0))
  }
  const isGood = (mark: Mark) => {
    const least = best.get(mark.need) ?? 0
    return mark.quality >= (least === quality.inside ? least : least - 1)
  }
  return parts.map((part) => ({ ...part, marks: part.marks.filter(isGood) }))
}

/** One line of the same length, so that marks stay where they are. */
const oneLine = (text: string) => text.replaceAll(/\s/g, ' ')

const isMarkdown = ({ field }: StoredPart) => field === 'text' || field === 'lead' || field === 'closing'

/** The part with most of the words, and of two such parts the one whose field comes first. */
function bestPart(parts: readonly MarkedPart[]): MarkedPart | undefined {
  const found = parts.filter(({ marks }) => marks.length > 0)
  const rank = (part: MarkedPart) =>
    new Set(part.marks.map(({ need }) => need)).size * sentenceFields.length - sentenceFields.indexOf(part.field)
  return found.toSorted((a, b) => rank(b) - rank(a))[0]
}
