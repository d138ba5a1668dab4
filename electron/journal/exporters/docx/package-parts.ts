import type { PostMeta } from '../../../shared/post.ts'
import { tag, xmlFile } from '../xml/write-xml.ts'
import { WORD } from './styles.ts'

const WORDPROCESSING = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Says of which type each part is. */
export function typesFile(pictures: ReadonlyMap<string, string>): Uint8Array {
  const parts = [
    ['/word/document.xml', `${WORDPROCESSING}.document.main+xml`],
    ['/word/styles.xml', `${WORDPROCESSING}.styles+xml`],
    ['/word/numbering.xml', `${WORDPROCESSING}.numbering+xml`],
    ['/word/settings.xml', `${WORDPROCESSING}.settings+xml`],
    ['/word/footnotes.xml', `${WORDPROCESSING}.footnotes+xml`],
    ['/word/footer1.xml', `${WORDPROCESSING}.footer+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ]
  return xmlFile(
    tag(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      tag('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...Array.from(pictures, ([extension, type]) => tag('Default', { Extension: extension, ContentType: type })),
      ...parts.map(([path, type]) => tag('Override', { PartName: path, ContentType: type })),
    ),
  )
}

/** Between several values of one property, as Word has it. */
const BETWEEN = '; '

/** The properties of the document. Without a date of publication it has no date: the same post gives the same bytes. */
export function coreFile({ title, authors, tags, language, date }: PostMeta): Uint8Array {
  const day = { 'xsi:type': 'dcterms:W3CDTF' }
  return xmlFile(
    tag(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      tag('dc:title', {}, title),
      tag('dc:creator', {}, authors.join(BETWEEN)),
      tag('cp:keywords', {}, tags.join(BETWEEN)),
      tag('dc:language', {}, language),
      date === null ? null : tag('dcterms:created', day, `${date}T00:00:00Z`),
      date === null ? null : tag('dcterms:modified', day, `${date}T00:00:00Z`),
    ),
  )
}

export function splitValues(values: string): string[] {
  return values === '' ? [] : values.split(BETWEEN)
}

export const settingsFile = xmlFile(
  tag(
    'w:settings',
    { 'xmlns:w': WORD },
    tag('w:defaultTabStop', { 'w:val': 708 }),
    tag('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
    tag('w:footnotePr', {}, tag('w:footnote', { 'w:id': -1 }), tag('w:footnote', { 'w:id': 0 })),
    tag(
      'w:compat',
      {},
      tag('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ),
  ),
)
