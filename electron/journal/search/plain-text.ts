/** A part of a text as it is shown, which can differ from how it is stored. */
export interface ShownText {
  text: string
  /** Where a character of the source is in the text; -1 if it is not shown. */
  placeOf(source: number): number
}

/** A part of a text as it is stored, on one line. */
export function wholeText(source: string, from: number, to: number): ShownText {
  const text = source.slice(from, to).replaceAll(/\s/g, ' ')
  return { text, placeOf: (place) => (place >= from && place < to ? place - from : -1) }
}

const blockMarks = /^[ \t>#]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?/gm
const links = /!?\[([^[\]]*)\]\([^()\s]*(?:\s+"([^"]*)")?\s*\)/g
const emphasis = /[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|\\(?=[!-/:-@[-`{-~])/gu

/** A part of a Markdown text without its markup, on one line. Of links and pictures, it keeps the words. */
export function plainText(source: string, from: number, to: number): ShownText {
  const text = source.slice(from, to)
  const isHidden = new Uint8Array(text.length)
  const hide = (start: number, end: number) => isHidden.fill(1, start, end)
  // A part that begins in the middle of a line has no marks of a block.
  const isLineStart = from === 0 || source.charAt(from - 1) === '\n'
  for (const { index, 0: found } of text.matchAll(blockMarks)) {
    if (index > 0 || isLineStart) hide(index, index + found.length)
  }
  for (const { index, 0: found } of text.matchAll(emphasis)) hide(index, index + found.length)
  for (const match of text.matchAll(links)) hideLink(match, isHidden)
  return compile(text, from, isHidden)
}

function hideLink({ index, 0: found, 1: label = '', 2: caption }: RegExpMatchArray, isHidden: Uint8Array): void {
  const start = index ?? 0
  const labelAt = start + found.indexOf('[') + 1
  isHidden.fill(1, start, labelAt)
  const afterLabel = labelAt + label.length
  const end = start + found.length
  if (caption === undefined) {
    isHidden.fill(1, afterLabel, end)
    return
  }
  const captionAt = start + found.lastIndexOf(caption, found.lastIndexOf('"') - 1)
  // The space before the caption stays.
  isHidden.fill(1, afterLabel, captionAt - 2)
  isHidden.fill(1, captionAt - 1, captionAt)
  isHidden.fill(1, captionAt + caption.length, end)
}

function compile(source: string, offset: number, isHidden: Uint8Array): ShownText {
  const places = new Int32Array(source.length).fill(-1)
  let text = ''
  for (let at = 0; at < source.length; at++) {
    if (isHidden[at] !== 0) continue
    const character = source.charAt(at)
    const isSpace = /\s/.test(character)
    if (isSpace && (text === '' || text.endsWith(' '))) continue
    places[at] = text.length
    text += isSpace ? ' ' : character
  }
  return { text, placeOf: (place) => places[place - offset] ?? -1 }
}
