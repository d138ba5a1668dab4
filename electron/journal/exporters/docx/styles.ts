import { tag, type Xml, xmlFile } from '../xml/write-xml.ts'

/** What a paragraph is. */
export type Role =
  | 'Text'
  | `Heading${1 | 2 | 3 | 4 | 5 | 6}`
  | 'SourceCode'
  | 'HorizontalLine'
  | 'Figure'
  /** A figure that is in one paragraph with the one before it. */
  | 'NextFigure'
  | 'Caption'
  | 'FootnoteText'
  | 'TableText'
  /** Between tables, which Word would join. */
  | 'TableGap'
  | 'Title'
  | 'Subtitle'

/**
 * The containers of a paragraph, outermost first: `L` for a list item, `Q` for a quote and `q` for a quote right below
 * another one. Word has no containers, so the name of a paragraph's style says in which it is.
 */
export type Path = string

export interface ParagraphStyle {
  role: Role
  path: Path
  /** The language of code. */
  language: string
}

/** Indentation of each list and each quote, in twentieths of a point. */
export const STEP = 425

/** The ids that word processors know. */
const wellKnown: Readonly<Record<string, string>> = {
  Text: 'BodyText',
  'Text-Q': 'Quote',
  'Text-L': 'ListParagraph',
}
const roleOf = Object.fromEntries(Object.entries(wellKnown).map(([name, id]) => [id, name]))

/** The styles that a document uses. */
export class Styles {
  readonly #used = new Map<string, ParagraphStyle>()

  /** The id of a style, which is in the document from now on. */
  use(role: Role, path: Path = '', language = ''): string {
    const id = idOf({ role, path, language })
    this.#used.set(id, { role, path, language })
    return id
  }

  /** The file with all styles: those that every document has, and those in use. */
  file(language: string): Uint8Array {
    const derived = [...this.#used]
      .filter(([id]) => !Object.hasOwn(own, id))
      .map(([id, style]) => derivedStyle(id, style))
    return xmlFile(
      tag(
        'w:styles',
        { 'xmlns:w': WORD },
        defaults(language),
        ...Object.entries(own).map(([id, { name, based, next, content }]) =>
          paragraphStyle(id, name, based, content, next),
        ),
        ...derived,
        ...characterStyles,
        tableStyle,
      ),
    )
  }
}

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function idOf({ role, path, language }: ParagraphStyle): string {
  const name = path === '' ? role : `${role}-${path}`
  const id = wellKnown[name] ?? name
  return language === '' ? id : `${id}--${Buffer.from(language).toString('hex')}`
}

/** What the id of a style says; `null` if no style here has it. */
export function parseStyleId(id: string): ParagraphStyle | null {
  const [, known = '', hex = ''] = /^(.*?)(?:--([0-9a-f]*))?$/.exec(id) ?? []
  const [role = '', path = ''] = (roleOf[known] ?? known).split('-')
  return isRole(role) ? { role, path, language: Buffer.from(hex, 'hex').toString() } : null
}

function isRole(name: string): name is Role {
  return name === 'Text' || Object.hasOwn(own, name)
}

const SERIF = 'Cambria'
const MONO = 'Consolas'

const fonts = (name: string) => tag('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:cs': name })
const size = (points: number) => [tag('w:sz', { 'w:val': points * 2 }), tag('w:szCs', { 'w:val': points * 2 })]
const colour = (hex: string) => tag('w:color', { 'w:val': hex })
const bold = [tag('w:b'), tag('w:bCs')]
const italic = [tag('w:i'), tag('w:iCs')]
const space = (before: number, after: number, line = 288) =>
  tag('w:spacing', { 'w:before': before, 'w:after': after, 'w:line': line, 'w:lineRule': 'auto' })

const QUIET = '595550'
const GREY = 'A8A29A'

function defaults(language: string): Xml {
  const family = new Intl.Locale(language).language
  const lang = tag('w:lang', {
    'w:val': language,
    'w:eastAsia': ['ja', 'ko', 'zh'].includes(family) ? language : 'ja-JP',
    'w:bidi': ['ar', 'fa', 'he', 'ur', 'yi'].includes(family) ? language : 'ar-SA',
  })
  return tag(
    'w:docDefaults',
    {},
    tag('w:rPrDefault', {}, tag('w:rPr', {}, fonts(SERIF), ...size(11), lang)),
    tag('w:pPrDefault', {}, tag('w:pPr', {}, space(0, 160))),
  )
}

interface OwnStyle {
  name: string
  based: string | null
  next?: string
  /** Properties of its paragraphs, then of its characters. */
  content: readonly [paragraph: readonly Xml[], characters: readonly Xml[]]
}

const heading = (level: number, points: number, before: number): OwnStyle => ({
  name: `heading ${level}`,
  based: 'Normal',
  next: 'BodyText',
  content: [
    [tag('w:keepNext'), tag('w:keepLines'), space(before, 80, 252), tag('w:outlineLvl', { 'w:val': level - 1 })],
    [...bold, ...size(points)],
  ],
})

const border = (side: string, color: string, gap: number) =>
  tag(`w:${side}`, { 'w:val': 'single', 'w:sz': 6, 'w:space': gap, 'w:color': color })

const own: Readonly<Record<string, OwnStyle>> = {
  Normal: { name: 'Normal', based: null, content: [[], []] },
  BodyText: { name: 'Body Text', based: 'Normal', content: [[], []] },
  Title: {
    name: 'Title',
    based: 'Normal',
    next: 'Subtitle',
    content: [
      [tag('w:keepNext'), space(0, 120, 240)],
      [...bold, ...size(24)],
    ],
  },
  Subtitle: {
    name: 'Subtitle',
    based: 'Normal',
    next: 'BodyText',
    content: [[space(0, 360)], [colour(QUIET), ...size(11)]],
  },
  Heading1: heading(1, 17, 440),
  Heading2: heading(2, 15, 400),
  Heading3: heading(3, 12.5, 300),
  Heading4: heading(4, 11, 260),
  Heading5: heading(5, 11, 240),
  Heading6: heading(6, 11, 240),
  ListParagraph: { name: 'List Paragraph', based: 'BodyText', content: [[space(0, 80)], []] },
  Quote: {
    name: 'Quote',
    based: 'BodyText',
    content: [
      [tag('w:pBdr', {}, border('left', GREY, 10)), tag('w:ind', { 'w:left': STEP })],
      [...italic, colour('3A3733')],
    ],
  },
  SourceCode: {
    name: 'Source Code',
    based: 'Normal',
    content: [
      [
        tag('w:keepLines'),
        tag('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F3F1EC' }),
        space(80, 200, 252),
        tag('w:ind', { 'w:left': 113, 'w:right': 113 }),
      ],
      [fonts(MONO), tag('w:noProof'), ...size(9)],
    ],
  },
  HorizontalLine: {
    name: 'Horizontal Line',
    based: 'Normal',
    next: 'BodyText',
    content: [
      [
        tag('w:pBdr', {}, border('bottom', GREY, 1)),
        space(120, 280, 240),
        tag('w:ind', { 'w:left': 2800, 'w:right': 2800 }),
      ],
      size(4),
    ],
  },
  Figure: { name: 'Figure', based: 'Normal', next: 'Caption', content: [[tag('w:keepNext'), space(160, 80, 240)], []] },
  NextFigure: { name: 'Next Figure', based: 'Figure', next: 'Caption', content: [[], []] },
  Caption: {
    name: 'caption',
    based: 'Normal',
    next: 'BodyText',
    content: [[space(0, 240, 252)], [colour(QUIET), ...size(9.5)]],
  },
  FootnoteText: { name: 'footnote text', based: 'Normal', content: [[space(0, 40, 252)], size(9.5)] },
  TableText: { name: 'Table Text', based: 'Normal', content: [[space(40, 40, 252)], size(10)] },
  TableGap: { name: 'Table Gap', based: 'Normal', content: [[space(0, 0, 240)], size(8)] },
  Footer: {
    name: 'footer',
    based: 'Normal',
    content: [[tag('w:jc', { 'w:val': 'center' })], [colour(QUIET), ...size(9)]],
  },
}

function paragraphStyle(
  id: string,
  name: string,
  based: string | null,
  [paragraph, characters]: OwnStyle['content'],
  next?: string,
): Xml {
  return tag(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id, 'w:default': id === 'Normal' ? 1 : undefined },
    tag('w:name', { 'w:val': name }),
    based === null ? null : tag('w:basedOn', { 'w:val': based }),
    next === undefined ? null : tag('w:next', { 'w:val': next }),
    tag('w:qFormat'),
    paragraph.length === 0 ? null : tag('w:pPr', {}, paragraph),
    characters.length === 0 ? null : tag('w:rPr', {}, characters),
  )
}

/** A style of a paragraph in containers, based on the one that it has outside of them. */
function derivedStyle(id: string, { role, path, language }: ParagraphStyle): Xml {
  const isQuoted = /q/i.test(path)
  const based = role !== 'Text' ? role : isQuoted ? 'Quote' : 'ListParagraph'
  const inside = path.replaceAll('L', ' in list').replaceAll('Q', ' in quote').replaceAll('q', ' in next quote')
  const name = `${own[based]?.name ?? based}${inside}${language === '' ? '' : ` (${language})`}`
  return paragraphStyle(id, name, based, [path === '' ? [] : [indentation(role, path)], []])
}

function indentation(role: Role, path: Path): Xml {
  return tag('w:ind', { 'w:left': path.length * STEP + (role === 'SourceCode' ? 113 : 0) })
}

const character = (id: string, name: string, ...properties: readonly (Xml | readonly Xml[])[]) =>
  tag(
    'w:style',
    { 'w:type': 'character', 'w:styleId': id },
    tag('w:name', { 'w:val': name }),
    tag('w:rPr', {}, ...properties),
  )

const raised = tag('w:vertAlign', { 'w:val': 'superscript' })

const characterStyles = [
  character('VerbatimChar', 'Verbatim Char', fonts(MONO), tag('w:noProof'), size(9.5)),
  character('Hyperlink', 'Hyperlink', colour('1F5C66'), tag('w:u', { 'w:val': 'single' })),
  character('FootnoteReference', 'footnote reference', raised),
  character('NestedFootnoteReference', 'Nested Footnote Reference', raised),
  character('AbsentPicture', 'Absent Picture', colour(QUIET)),
]

const edge = (side: string, weight: number) =>
  tag(`w:${side}`, { 'w:val': 'single', 'w:sz': weight, 'w:space': 0, 'w:color': GREY })

const tableStyle = tag(
  'w:style',
  { 'w:type': 'table', 'w:styleId': 'PostTable' },
  tag('w:name', { 'w:val': 'Post Table' }),
  tag(
    'w:tblPr',
    {},
    tag('w:tblBorders', {}, edge('top', 8), edge('bottom', 8), edge('insideH', 4)),
    tag(
      'w:tblCellMar',
      {},
      tag('w:left', { 'w:w': 85, 'w:type': 'dxa' }),
      tag('w:right', { 'w:w': 85, 'w:type': 'dxa' }),
    ),
  ),
  tag('w:tblStylePr', { 'w:type': 'firstRow' }, tag('w:rPr', {}, bold)),
)
