const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** The beginnings of blocks that are no sentences: headings, quotes, lists, tables, code, definitions and rules. */
const NO_PARAGRAPH = /^(?:#{1,6}\s|>|[-*+]\s|\d+[.)]\s|\||```|~~~| {4}|\t|\[\^?[^\]]+\]:|[-*_]{3,}\s*$)/

/** Pictures, and references to footnotes, which are not in the sentence. */
const BESIDE_WORDS = /!\[[^\]]{0,1000}\]\([^)]{0,1000}\)|\[\^[^\]]{1,100}\]/g

/**
 * The first sentence of the first paragraph of a text in Markdown. It never ends inside a link, emphasis or code.
 *
 * @returns Markdown of one line; empty if the text has no paragraph
 */
export function firstSentence(markdown: string): string {
  for (const block of markdown.split(/\n[ \t]*\n/)) {
    if (NO_PARAGRAPH.test(block.replace(/^\n+/, ''))) continue
    const line = block.replaceAll(BESIDE_WORDS, '').replaceAll(/\s+/g, ' ').trim()
    if (line !== '') return cutAfterSentence(line)
  }
  return ''
}

/** Number of sentences after which a text with an unmatched bracket is taken as a whole. */
const MAX_TRIES = 10

function cutAfterSentence(line: string): string {
  let tries = 0
  for (const { index, segment } of sentences.segment(line)) {
    const sentence = line.slice(0, index + segment.length)
    if (isWhole(sentence)) return sentence.trim()
    if (++tries === MAX_TRIES) break
  }
  return line
}

const paired = ['**', '__', '~~', '*', '_', '`']

/** Whether every bracket and every mark of emphasis or code that is opened is closed again. */
function isWhole(markdown: string): boolean {
  // The underscores of `__init__` and snake_case are no emphasis.
  const marked = markdown.replaceAll(/(?<=\w)_+(?=\w)/g, '')
  const count = (mark: string) => marked.split(mark).length - 1
  return count('[') === count(']') && count('(') <= count(')') && paired.every((mark) => count(mark) % 2 === 0)
}
