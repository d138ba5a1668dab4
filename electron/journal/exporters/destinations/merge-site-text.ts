import type { ConflictChoice, ConflictSide, SiteConflict } from '../../../shared/destinations.ts'
import { comparePassages, mergePassages } from '../../merge/passages.ts'
import { collectConflicts, type CollectedConflicts, type FoundConflict, isDecidedAlone } from './collect-conflicts.ts'
import { type FrontBlock, joinFrontBlock, splitFrontBlock } from './front-block.ts'
import { mergeFront } from './merge-front.ts'

/** The three states of a post's text. */
export interface SiteTexts {
  /** What the last export would have written if nobody had edited the site; `null` if nobody knows. */
  base: string | null
  /** What is in the site. */
  theirs: string
  /** What would be written if there were nothing in the site. */
  ours: string
}

export interface MergedText {
  text: string
  /** What both changed. The text is of no use as long as no side was chosen for one of them. */
  conflicts: SiteConflict[]
}

/**
 * Merges a text in a site with the one that is exported: the keys of its front matter one by one, and what is below
 * paragraph by paragraph. Line ends and a byte order mark stay as they are in the site.
 */
export function mergeSiteText({ base, theirs, ours }: SiteTexts, choice: ConflictChoice): MergedText {
  const mark = theirs.startsWith('\uFEFF') ? '\uFEFF' : ''
  const hasReturns = theirs.includes('\r\n')
  const plain = theirs.slice(mark.length).replaceAll('\r\n', '\n')
  if (plain === ours || base === ours) return { text: theirs, conflicts: [] }
  const merged = plain === base ? { text: ours, conflicts: [] } : mergeParts({ base, theirs: plain, ours }, choice)
  const text = hasReturns ? merged.text.replaceAll('\n', '\r\n') : merged.text
  return { text: mark + text, conflicts: merged.conflicts }
}

function mergeParts({ base, theirs, ours }: SiteTexts, choice: ConflictChoice): MergedText {
  const front = collectConflicts(choice)
  const passages = collectConflicts(choice)
  const decideFront = decideAs('front-matter', front)
  const decidePassage = decideAs('passage', passages)
  const our = splitFrontBlock(ours)
  const their = our && splitFrontBlock(theirs, our.format)
  // The options of the export may have asked for another format last time.
  const old = base === null ? null : (splitFrontBlock(base, our?.format) ?? splitFrontBlock(base))
  if (our === null || their === null) {
    const other = splitFrontBlock(theirs)
    if (our !== null && other !== null && old !== null) {
      const block = mergeWholeFront(old, other, our, decideFront)
      const body = mergeBody(old.body, other.body, our.body, decidePassage)
      return { text: joinFrontBlock({ ...block, body }), conflicts: [...front.conflicts, ...passages.conflicts] }
    }
    const side = front.add({ kind: 'file', name: '', base: base ?? '', theirs, ours })
    return { text: side === 'theirs' ? theirs : ours, conflicts: front.conflicts }
  }
  const keys = collectConflicts(choice)
  const entries = mergeFront(old, their, our, decideAs('key', keys))
  const body = mergeBody(old?.body ?? null, their.body, our.body, decidePassage)
  const text = joinFrontBlock({ ...their, entries, body })
  // What was put together has to be what it looks like. If it is not, the front matter is one conflict.
  const isWhole = splitFrontBlock(text, our.format)?.entries.length === entries.length
  const block = mergeWholeFront(null, their, our, decideFront)
  if (isWhole && !front.conflicts.some((conflict) => isDecidedAlone(conflict, choice))) {
    return { text, conflicts: [...keys.conflicts, ...passages.conflicts] }
  }
  return { text: joinFrontBlock({ ...block, body }), conflicts: [...front.conflicts, ...passages.conflicts] }
}

type Decide = (conflict: Omit<FoundConflict, 'kind'>) => ConflictSide

function decideAs(kind: SiteConflict['kind'], conflicts: CollectedConflicts): Decide {
  return (conflict) => conflicts.add({ kind, ...conflict })
}

/** Front matter that cannot be merged key by key, because its format has changed. */
function mergeWholeFront(base: FrontBlock | null, theirs: FrontBlock, ours: FrontBlock, decide: Decide): FrontBlock {
  const [before, there, mine] = [base && frontOf(base), frontOf(theirs), frontOf(ours)]
  if (there === mine || before === there) return ours
  return decide({ name: '', base: before ?? '', theirs: there, ours: mine }) === 'theirs' ? theirs : ours
}

const frontOf = (block: FrontBlock) => joinFrontBlock({ ...block, body: '' })

function mergeBody(base: string | null, theirs: string, ours: string, decide: Decide): string {
  const [before, there, mine] = [base === null ? null : coreOf(base), coreOf(theirs), coreOf(ours)]
  if (there === mine || before === mine) return theirs
  const merged = before === there ? mine : mergeCores(before, there, mine, decide)
  const [edges, ourEdges] = [edgesOf(theirs), edgesOf(ours)]
  if (merged === '') return ''
  return `${there === '' ? ourEdges.start : edges.start}${merged}${edges.end || ourEdges.end}`
}

function mergeCores(base: string | null, theirs: string, ours: string, decide: Decide): string {
  // Each paragraph begins with its line break, so that the first one is like the others.
  const [there, mine] = [`\n\n${theirs}`, `\n\n${ours}`]
  const before = base === null ? null : `\n\n${base}`
  const passages =
    before === null
      ? comparePassages(there, mine)
      : (mergePassages(before, there, mine, 'barely-apart') ?? [{ base: before, one: there, other: mine }])
  let heading = ''
  const merged = passages.map((passage) => {
    const name = heading
    heading = headingsOf(typeof passage === 'string' ? passage : passage.one).at(-1) ?? heading
    if (typeof passage === 'string') return passage
    const conflict = { base: passage.base.trim(), theirs: passage.one.trim(), ours: passage.other.trim() }
    return decide({ name, ...conflict }) === 'theirs' ? passage.one : passage.other
  })
  return merged.join('').replace(/^\n+/, '')
}

/** The headings in a text, to show where a passage is. */
const headingsOf = (text: string) => Array.from(text.matchAll(/^#{1,6}[ \t]+(.*\S)/gm), ([, heading = '']) => heading)

/** A text without the empty lines around it: editors add some at the end of a file, or remove them. */
const coreOf = (text: string) => text.replace(/^\n+/, '').replace(/\s+$/, '')

function edgesOf(text: string): { start: string; end: string } {
  const start = /^\n*/.exec(text)?.[0] ?? ''
  return { start, end: text.slice(start.length).slice(coreOf(text).length) }
}
