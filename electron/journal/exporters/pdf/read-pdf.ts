/** What a PDF that a browser printed says about itself. */
export interface PdfFacts {
  title: string
  language: string
  /** The titles in the outline, in order. */
  headings: string[]
  /** The alternative texts of its pictures, in order. */
  pictures: string[]
  pages: number
}

/**
 * Reads a PDF of Chromium: its objects are not compressed, only the streams in them are. Its text is drawn with signs
 * whose meaning depends on the fonts in it, so it is not read.
 */
export function readPdf(data: Uint8Array): PdfFacts {
  const objects = readObjects(Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1'))
  const all = [...objects.values()]
  const find = (type: string) =>
    all.find((object) => object.includes(`/Type /${type}\n`) || object.endsWith(`/Type /${type}>>`))
  const outline = find('Outlines') ?? ''
  return {
    title: stringAfter(all.find((object) => object.includes('/Producer')) ?? '', 'Title'),
    language: stringAfter(find('Catalog') ?? '', 'Lang'),
    headings: titlesFrom(referenceAfter(outline, 'First'), objects),
    pictures: figuresIn(find('StructTreeRoot') ?? '', objects),
    pages: all.filter((object) => /\/Type \/Page(?!s)/.test(object)).length,
  }
}

type Objects = ReadonlyMap<string, string>

function readObjects(file: string): Objects {
  const objects = new Map<string, string>()
  const start = /(?:^|\n)(\d+) 0 obj\n/g
  for (let found = start.exec(file); found !== null; found = start.exec(file)) {
    const end = file.indexOf('endobj', start.lastIndex)
    const object = file.slice(start.lastIndex, end < 0 ? undefined : end)
    const [dictionary = ''] = object.split('\nstream', 1)
    objects.set(found[1] ?? '', dictionary.trimEnd())
    // What a stream contains is skipped with it, by its length.
    const [, length = '0'] = /\/Length (\d+)/.exec(dictionary) ?? []
    start.lastIndex += dictionary.length + (dictionary.length < object.length ? Number(length) : 0)
  }
  return objects
}

function referenceAfter(object: string, name: string): string {
  return new RegExp(String.raw`/${name} (\d+) 0 R`).exec(object)?.[1] ?? ''
}

/** The titles of outline items that follow each other, each with those below it. */
function titlesFrom(first: string, objects: Objects): string[] {
  const titles: string[] = []
  for (let id = first; objects.has(id);) {
    const item = objects.get(id) ?? ''
    titles.push(stringAfter(item, 'Title'), ...titlesFrom(referenceAfter(item, 'First'), objects))
    id = referenceAfter(item, 'Next')
  }
  return titles
}

function figuresIn(object: string, objects: Objects): string[] {
  const own = /\/S \/Figure\b/.test(object) ? [stringAfter(object, 'Alt')] : []
  const [, list = ''] = /\/K (\[[^\]]*\]|\d+ 0 R)/.exec(object) ?? []
  const below = Array.from(list.matchAll(/(\d+) 0 R/g), ([, id = '']) => objects.get(id) ?? '')
  return [
    ...own,
    ...below.filter((child) => child.includes('/StructElem')).flatMap((child) => figuresIn(child, objects)),
  ]
}

/** The string that follows a name in an object. */
function stringAfter(object: string, name: string): string {
  const [, literal, hex] =
    new RegExp(String.raw`/${name} (?:\(((?:\\[^]|[^\\()])*)\)|<([0-9A-Fa-f]*)>)`).exec(object) ?? []
  const bytes = hex === undefined ? unescapeString(literal ?? '') : Buffer.from(hex, 'hex')
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1')
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescapeString(literal: string): Buffer {
  const text = literal.replaceAll(/\\([0-7]{1,3}|[^])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  )
  return Buffer.from(text, 'latin1')
}
