import type { Root } from 'mdast'
import type { OptionValues } from '../../../shared/export-options.ts'
import { oneLine } from '../../../shared/invisible-characters.ts'
import type { Post, PostMeta } from '../../../shared/post.ts'
import { longDate } from '../../../shared/report/language.ts'
import { ok } from '../../../shared/result.ts'
import { htmlOmissions } from '../../html/safe-html.ts'
import { withAbsoluteLinks } from '../absolute-link.ts'
import { cleanTexts } from '../clean-texts.ts'
import type { Pictures, Writer } from '../exporter.ts'
import { expectedTree } from '../html/write-page.ts'
import { type Paper, paperSizes } from '../paper.ts'
import { contentAddress } from '../read-page.ts'
import { shownPictures } from '../shown-photos.ts'
import { tag, type Xml, xmlFile, xmlText } from '../xml/write-xml.ts'
import { type Part, unzipParts, zipParts } from '../zip-files.ts'
import { Footnotes } from './footnotes.ts'
import { Media } from './media.ts'
import { Numbering } from './numbering.ts'
import type { docxOptions } from './options.ts'
import { coreFile, settingsFile, typesFile } from './package-parts.ts'
import { noMarks, withOrderedMarks } from './pieces.ts'
import { readDocx } from './read-docx.ts'
import { Relations } from './relations.ts'
import { Styles, WORD } from './styles.ts'
import { BlockWriter } from './write-blocks.ts'
import { run, type Surroundings, words } from './write-runs.ts'

/** The margin of the pages, in millimetres. */
const MARGIN = 25

/*
 * The parts of the document are written here and not with a library: the one that is kept up (docx, 9.15) puts the time
 * and random ids into every document, and took seven times as long for a thousand entries.
 */
export const docxWriter: Writer<OptionValues<typeof docxOptions>> = {
  async write(post, given, { paper }) {
    const pictures = shownPictures(post, given)
    const tree = treeOf(post, pictures)
    const name = `${post.meta.slug}.docx`
    return ok({
      makes: 'document',
      name,
      files: [{ path: name, data: await zipParts(documentParts(post, tree, pictures, paper)) }],
      tree,
      omissions: htmlOmissions(post.tree, post.meta.language),
    })
  },

  read: (files) => readDocx(unzipParts(files)),
}

/** The tree as a document can have it, with pictures by the hash of their content. */
function treeOf(post: Post, pictures: Pictures): Root {
  const addresses = new Map([...pictures].map(([id, { data }]) => [id, contentAddress(data)]))
  return withOrderedMarks(cleanTexts(withAbsoluteLinks(expectedTree(post, addresses)), xmlText))
}

const spaces = {
  'xmlns:w': WORD,
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'mc:Ignorable': 'w14',
}

function documentParts(post: Post, tree: Root, pictures: Pictures, paper: Paper): Part[] {
  const [styles, numbering, media, footnotes] = [
    new Styles(),
    new Numbering(),
    new Media(pictures),
    new Footnotes(tree),
  ]
  const [inText, inNotes] = [new Relations(), new Relations()]
  const shared = { media, footnotes, textWidth: paperSizes[paper].width - 2 * MARGIN }
  const around: Surroundings = { ...shared, relations: inText, isNote: false }
  const blocks = new BlockWriter(styles, numbering, around)
  const above = title(post.meta, blocks)
  const body = blocks.write(tree.children, 'Text')
  const notes = notesFile(
    footnotes,
    new BlockWriter(styles, numbering, { ...around, relations: inNotes, isNote: true }),
  )
  const footer = inText.part('footer', 'footer1.xml')
  for (const part of ['styles', 'numbering', 'settings', 'footnotes']) inText.part(part, `${part}.xml`)
  const document = tag('w:document', spaces, tag('w:body', {}, above, body, section(paper, footer)))
  const root = new Relations()
  root.part('officeDocument', 'word/document.xml')
  root.part(
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  )
  const files: readonly [path: string, data: Uint8Array | null][] = [
    ['[Content_Types].xml', typesFile(media.types())],
    ['_rels/.rels', root.file()],
    ['word/document.xml', xmlFile(document)],
    ['word/_rels/document.xml.rels', inText.file()],
    ['word/styles.xml', styles.file(post.meta.language)],
    ['word/numbering.xml', numbering.file()],
    ['word/settings.xml', settingsFile],
    ['word/footnotes.xml', notes],
    ['word/_rels/footnotes.xml.rels', inNotes.file()],
    ['word/footer1.xml', footerFile()],
    ['docProps/core.xml', coreFile(post.meta)],
  ]
  const texts = files.flatMap(([path, data]) => (data === null ? [] : [{ path, data, isCompressed: true }]))
  return [...texts, ...media.parts()]
}

function title(meta: PostMeta, blocks: BlockWriter): Xml[] {
  const line = (role: 'Title' | 'Subtitle', text: string) =>
    text === '' ? [] : [blocks.paragraph({ role, path: '' }, [run(noMarks, words(text))], text)]
  const date = meta.date === null ? [] : [longDate(meta.date, meta.language)]
  const under = [...(meta.authors.length === 0 ? [] : [meta.authors.join(', ')]), ...date].join(' · ')
  return [...line('Title', oneLine(meta.title)), ...line('Subtitle', oneLine(under))]
}

/** The line above the footnotes of a page. */
function separator(id: number, kind: string): Xml {
  return tag('w:footnote', { 'w:type': kind, 'w:id': id }, tag('w:p', {}, tag('w:r', {}, tag(`w:${kind}`))))
}

function notesFile(footnotes: Footnotes, blocks: BlockWriter): Uint8Array {
  const notes = footnotes.called().map(({ number, definition }) => {
    const [first, ...others] = definition?.children ?? []
    const mark = run(noMarks, tag('w:footnoteRef'), 'FootnoteReference')
    const opening = blocks.opening('FootnoteText', [mark, run(noMarks, words(' '))], first)
    const rest = first?.type === 'paragraph' ? others : (definition?.children ?? [])
    return tag('w:footnote', { 'w:id': number }, opening, blocks.write(rest, 'FootnoteText'))
  })
  return xmlFile(tag('w:footnotes', spaces, separator(-1, 'separator'), separator(0, 'continuationSeparator'), notes))
}

function footerFile(): Uint8Array {
  const page = tag('w:fldSimple', { 'w:instr': ' PAGE ' }, run(noMarks, words('1')))
  return xmlFile(tag('w:ftr', spaces, tag('w:p', {}, tag('w:pPr', {}, tag('w:pStyle', { 'w:val': 'Footer' })), page)))
}

/** Twentieths of a point in a millimetre. */
const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)

function section(paper: Paper, footer: string): Xml {
  const { width, height } = paperSizes[paper]
  const margin = twips(MARGIN)
  return tag(
    'w:sectPr',
    {},
    tag('w:footerReference', { 'w:type': 'default', 'r:id': footer }),
    tag('w:pgSz', { 'w:w': twips(width), 'w:h': twips(height) }),
    tag('w:pgMar', {
      'w:top': margin,
      'w:right': margin,
      'w:bottom': margin,
      'w:left': margin,
      'w:header': 709,
      'w:footer': 709,
      'w:gutter': 0,
    }),
  )
}
