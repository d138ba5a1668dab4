/**
 * Texts that make parsers of Markdown and HTML slow: each is a few characters, again and again. They are in the manner of
 * markdown-it's and cmark's collections of pathological cases, and contain every shape that once froze Lanyard.
 */

/** What a shape is made of. */
export type ShapeKind =
  | 'brackets'
  | 'code'
  | 'containers'
  | 'emphasis'
  | 'entities'
  | 'footnotes'
  | 'headings'
  | 'html'
  | 'links'
  | 'long lines'
  | 'tables'

export interface PathologicalText {
  kind: ShapeKind
  /** Unique, and short enough for a test's name. */
  name: string
  /** A text of this shape, at most this many characters long and hardly shorter. */
  write: (length: number) => string
}

/** The lengths at which the shapes are tried, in characters. The largest text that a trip may have is a little longer. */
export const shapeLengths = { small: 10_000, medium: 50_000, large: 450_000 } as const

/** The parts of a shape: `before`, then `unit` often, then `after`, then `close` as often as `unit`, then `end`. */
interface Parts {
  before?: string
  after?: string
  close?: string
  end?: string
}

function repeat(
  unit: string,
  { before = '', after = '', close = '', end = '' }: Parts = {},
): PathologicalText['write'] {
  return (length) => {
    const frame = before.length + after.length + end.length
    const count = Math.max(1, Math.floor((length - frame) / (unit.length + close.length)))
    return before + unit.repeat(count) + after + close.repeat(count) + end
  }
}

/** As many lines as fit, each made from its number. */
function lines(line: (index: number) => string, before = '', end = ''): PathologicalText['write'] {
  return (length) => {
    const written: string[] = [before]
    let used = before.length + end.length
    for (let index = 0; ; index++) {
      const next = `${line(index)}\n`
      if (used + next.length > length) return written.join('') + end
      written.push(next)
      used += next.length
    }
  }
}

/** Lists within lists, each two spaces further in. */
const staircase = (mark: string): PathologicalText['write'] => lines((index) => `${'  '.repeat(index)}${mark}`)

const table = (columns: (length: number) => number, rows: (length: number) => number) => (length: number) => {
  const row = (cell: string): string => `${`|${cell}`.repeat(columns(length))}|\n`
  return row('a') + row('-') + row('b').repeat(rows(length))
}

const shapesByKind: Record<ShapeKind, Record<string, PathologicalText['write']>> = {
  containers: {
    'bullets in one line': repeat('- ', { after: 'x' }),
    'bullets in one line, with nothing in them': repeat('- '),
    'bullets with stars in one line': repeat('* ', { after: 'x' }),
    'quotes without spaces': repeat('>'),
    'quotes in one line': repeat('> ', { after: 'x' }),
    'quotes in quotes, line after line': lines((index) => `${'>'.repeat(index + 1)} x`),
    'one deep quote that continues lazily': repeat('> ', { after: 'x\n'.repeat(100) }),
    'numbers in one line': repeat('1. ', { after: 'x' }),
    'long numbers in one line': repeat('123456789) ', { after: 'x' }),
    'bullets and quotes in one line': repeat('- > ', { after: 'x' }),
    'quotes and bullets and numbers in one line': repeat('> - 1. ', { after: 'x' }),
    'a staircase of bullets': staircase('- x'),
    'a staircase of numbers': lines((index) => `${'   '.repeat(index)}1. x`),
    'bullets, line after line': repeat('- x\n'),
    'bullets that change their mark': repeat('- x\n* x\n+ x\n'),
    'tasks in one line': repeat('- [ ] ', { after: 'x' }),
  },
  brackets: {
    'opening brackets': repeat('['),
    'closing brackets': repeat(']'),
    'opening, then closing brackets': repeat('[', { after: 'a', close: ']' }),
    'brackets with an escaped end': repeat('[\\]'),
    'empty brackets': repeat('[]'),
    'openings with an exclamation mark': repeat('!['),
    'opening brackets after letters': repeat('a ['),
    'opening brackets in bold': repeat('**['),
    'brackets and parentheses that only open': repeat('[('),
    'references that nothing defines': repeat('[a][b] '),
    'one bracket around references': repeat('[a] ', { before: '[', end: ']' }),
  },
  emphasis: {
    'openings of emphasis of two sorts': repeat('*a_ '),
    'openings of emphasis with stars': repeat('*a '),
    'openings of emphasis with underscores': repeat('_a '),
    'closings of emphasis': repeat('a* '),
    'openings of bold': repeat('**a '),
    'stars without spaces': repeat('*'),
    'underscores without spaces': repeat('_'),
    'stars around a letter': repeat('*', { after: 'a', close: '*' }),
    'bold in emphasis in bold': repeat('*a **a ', { close: '** *' }),
    'stars in letters': repeat('a**b'),
    'runs of three stars': repeat('***a** b '),
    'strike-through that only opens': repeat('~~a '),
    'strike-through with one tilde, in and out': repeat('a~b~'),
    'stars of growing number': lines((index) => `${'*'.repeat(index + 1)}a`),
  },
  links: {
    'links that end in the address': repeat('[a]('),
    'links that end in a pointed address': repeat('[a](<b'),
    'links that end in a title': repeat('[a](b "'),
    'links within links': repeat('[', { after: 'a', close: '](b)' }),
    'pictures within pictures': repeat('![', { after: 'a', close: '](b)' }),
    'pictures that end in the address': repeat('![a]('),
    'parentheses in an address': repeat('(', { before: '[a](b', close: ')', end: ')' }),
    'backslashes in an address': repeat('\\', { before: '[a](' }),
    'addresses without marks': repeat('https://a.b '),
    'one endless address': repeat('a.', { before: 'https://' }),
    'an address with closing parentheses': repeat(')', { before: 'https://a.b/(' }),
    'beginnings of addresses': repeat('https://www.'),
    'addresses of people': repeat('a@'),
    'an address of a person without an end': repeat('a.', { before: 'a@' }),
    'letters before an at sign': repeat('a+', { end: '@' }),
    'pointed addresses that only open': repeat('<a:'),
    'short links': repeat('[a](b)'),
    'definitions in one line': repeat('[a]: '),
    'definitions, each on its line': lines((index) => `[a${index}]: b`),
    'definitions of one name': repeat('[a]: b\n'),
    'definitions without an end of their title': repeat('[a]: b "\n'),
  },
  entities: {
    'entities after an address': repeat('&a;', { before: 'https://a.b' }),
    entities: repeat('&amp;'),
    'entities that only begin': repeat('&'),
    'numbers of characters that do not end': repeat('&#1'),
    'one entity without an end': repeat('a', { before: '&' }),
    backslashes: repeat('\\'),
    'escaped characters': repeat('\\*'),
  },
  headings: {
    'underlined headings': repeat('a\n=\n'),
    'one paragraph with an underline at its end': repeat('a\n', { end: '=' }),
    'lines of equals signs': repeat('=\n'),
    'number signs': repeat('#'),
    'headings with number signs at both ends': repeat('#', { before: '# a ', end: ' x' }),
    'rules with spaces': repeat('- ', { before: '* * ', end: '*' }),
  },
  code: {
    'back-ticks': repeat('`'),
    'back-ticks of growing number': lines((index) => 'e' + '`'.repeat(index + 1)),
    'back-ticks between letters': repeat('`a``b```c'),
    'fences that open in one another': repeat('```a\n~~~b\n'),
    'one fence without an end': repeat('a\n', { before: '```\n' }),
    'indented code in quotes': repeat('>     a\n'),
  },
  tables: {
    'a wide table': table(
      (length) => Math.floor(length / 6) - 2,
      () => 1,
    ),
    'a long table': table(
      () => 4,
      (length) => Math.floor(length / 10) - 2,
    ),
    'a square table': table(
      (length) => Math.floor(Math.sqrt(length / 2)) - 2,
      (length) => Math.floor(Math.sqrt(length / 2)) - 3,
    ),
    'a head without rows': repeat('|a', { end: '|' }),
    'a wide head over short rows': (length) =>
      `${'|a'.repeat(Math.floor(length / 8))}|\n${'|-'.repeat(Math.floor(length / 8))}|\n${'a\n'.repeat(Math.floor(length / 4) - 2)}`,
    'bars in code': repeat('`|', { before: '|a|\n|-|\n|' }),
    'underlines of tables': repeat('|-', { before: 'a\n' }),
  },
  footnotes: {
    'footnotes that nothing defines': repeat('[^a] '),
    'footnotes that only open': repeat('[^'),
    'definitions of footnotes in one line': repeat('[^a]: '),
    'footnotes in footnotes': lines((index) => `[^${index}]: x[^${index + 1}]`, 'x[^0]\n\n'),
  },
  'long lines': {
    'spaces between two letters': repeat(' ', { before: 'a', end: 'b' }),
    'tabs between two letters': repeat('\t', { before: 'a', end: 'b' }),
    letters: repeat('a'),
    words: repeat('word '),
    'letters with two spaces': repeat('a  '),
    'combining marks': repeat('\u0301', { before: 'a' }),
  },
  html: {
    'an element whose name does not end': repeat('a-', { before: '<div>\n<' }),
    'comments that only open': repeat('<!--', { before: '<div>\n' }),
    'empty links': repeat('<a href=x>', { before: 'x ' }),
    'bold that only opens': repeat('<b>'),
    'boxes that only open': repeat('<div>\n'),
    'pointed brackets': repeat('<'),
    'attributes without an end': repeat(' a="b"', { before: 'x <a' }),
    'a quotation mark without an end': repeat('<a href="', { before: 'x ' }),
    'instructions that only open': repeat('<?', { before: 'x ' }),
    'declarations that only open': repeat('<!A ', { before: 'x ' }),
    'character data that only opens': repeat('<![CDATA[', { before: 'x ' }),
    'ends without beginnings': repeat('</b>', { before: 'x ' }),
    'tables in tables': repeat('<table><tr><td>'),
  },
}

/** Every shape, of Markdown and of HTML within Markdown. */
export const pathologicalTexts: readonly PathologicalText[] = Object.entries(shapesByKind).flatMap(([kind, shapes]) =>
  // The type of the table allows no other keys, but `Object.entries` does not know this.
  isShapeKind(kind) ? Object.entries(shapes).map(([name, write]) => ({ kind, name, write })) : [],
)

function isShapeKind(kind: string): kind is ShapeKind {
  return kind in shapesByKind
}

/** The shape with this name. */
export function shapeNamed(name: string): PathologicalText {
  const shape = pathologicalTexts.find((each) => each.name === name)
  if (shape === undefined) throw new Error(`There is no shape named ${name}`)
  return shape
}
