import type { ConflictChoice, SiteConflict } from '../../../shared/destinations.ts'
import { comparePassages, mergePassages } from '../../merge/passages.ts'
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
  /** What both changed. With the choice `ask`, the text is of no use if there is anything. */
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
  const conflicts: SiteConflict[] = []
  const decide =
    (kind: SiteConflict['kind']) =>
    (conflict: Omit<SiteConflict, 'kind'>): 'theirs' | 'ours' => {
      conflicts.push({ kind, ...conflict })
      return choice === 'theirs' ? 'theirs' : 'ours'
    }
  const our = splitFrontBlock(ours)
  const their = our && splitFrontBlock(theirs, our.format)
  // The options of the export may have asked for another format last time.
  const old = base === null ? null : (splitFrontBlock(base, our?.format) ?? splitFrontBlock(base))
  if (our === null || their === null) {
    const other = splitFrontBlock(theirs)
    if (our !== null && other !== null && old !== null) {
      const front = mergeWholeFront(old, other, our, decide('front-matter'))
      const body = mergeBody(old.body, other.body, our.body, decide('passage'))
      return { text: joinFrontBlock({ ...front, body }), conflicts }
    }
    const isTheirs = decide('file')({ name: '', base: base ?? '', theirs, ours }) === 'theirs'
    return { text: isTheirs ? theirs : ours, conflicts }
  }
  const entries = mergeFront(old, their, our, decide('key'))
  const body = mergeBody(old?.body ?? null, their.body, our.body, decide('passage'))
  const text = joinFrontBlock({ ...their, entries, body })
  // What was put together has to be what it looks like.
  const isWhole = splitFrontBlock(text, our.format)?.entries.length === entries.length
  if (isWhole) return { text, conflicts }
  const front = mergeWholeFront(null, their, our, decide('front-matter'))
  return { text: joinFrontBlock({ ...front, body }), conflicts }
}

type Decide = (conflict: Omit<SiteConflict, 'kind'>) => 'theirs' | 'ours'

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
  const merged = passages.map((passage) => {
    if (typeof passage === 'string') return passage
    const conflict = { base: passage.base.trim(), theirs: passage.one.trim(), ours: passage.other.trim() }
    return decide({ name: '', ...conflict }) === 'theirs' ? passage.one : passage.other
  })
  return merged.join('').replace(/^\n+/, '')
}

/** A text without the empty lines around it: editors add some at the end of a file, or remove them. */
const coreOf = (text: string) => text.replace(/^\n+/, '').replace(/\s+$/, '')

function edgesOf(text: string): { start: string; end: string } {
  const start = /^\n*/.exec(text)?.[0] ?? ''
  return { start, end: text.slice(start.length).slice(coreOf(text).length) }
}
