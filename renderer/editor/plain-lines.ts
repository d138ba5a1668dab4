import type { markdown } from '@codemirror/lang-markdown'

type MarkdownExtension = NonNullable<NonNullable<Parameters<typeof markdown>[0]>['extensions']>

/** Maximum length of a line whose Markdown is highlighted. A line of prose this long is two printed pages. */
const MAX_LINE = 5_000
/** Maximum length of a paragraph or table; what follows is highlighted as another one. */
const MAX_PARAGRAPH = 10_000
/** A line that begins inside of more quotes and lists than anybody can read. */
const tooDeep = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){50}/

/** The name of the syntax node of a line that is not parsed. */
export const PLAIN_LINE = 'PlainLine'

const isPlain = (line: string): boolean => line.length > MAX_LINE || tooDeep.test(line)

/**
 * Leaves lines alone that are very long or deep, and ends very long paragraphs. The parser cannot be interrupted within
 * one, and some take a time that grows with the square of the length: a minute for half a megabyte, after each
 * keystroke.
 */
export const plainLines: MarkdownExtension = {
  defineNodes: [{ name: PLAIN_LINE, block: true }],
  parseBlock: [
    {
      name: PLAIN_LINE,
      before: 'LinkReference',
      parse(context, line) {
        if (!isPlain(line.text)) return false
        const from = context.lineStart
        context.addElement(context.elt(PLAIN_LINE, from, from + line.text.length))
        context.nextLine()
        return true
      },
      endLeaf: (_, line, leaf) => isPlain(line.text) || leaf.content.length + line.text.length > MAX_PARAGRAPH,
    },
  ],
}
