/**
 * Turns Markdown with HTML in it into HTML alone, if it is plain paragraphs with tags in them, or between them. A tag at the
 * beginning of a line may begin HTML that goes on up to the next empty line.
 *
 * @returns `null` if anything in it could be more than that
 */
export function htmlOfMixture(text: string): string | null {
  const parts: string[] = []
  let isBelowList = false
  for (const part of text.split(/\n(?:[ \t]*\n)+/)) {
    // Indented words may belong to the last item.
    const html = isBelowList && part.startsWith(' ') ? null : partOf(part)
    isBelowList = bullet.test(part)
    if (html === null) return null
    parts.push(html)
  }
  return parts.join('\n')
}

/** What is between two empty lines: HTML; a paragraph, a list, or a list below a paragraph; and HTML below any of these. */
function partOf(part: string): string | null {
  if (tagAlone.test(part)) return part
  const start = part.search(blockStart)
  const above = start === -1 ? part : part.slice(0, start)
  // A list may begin at the end of a line.
  const [opening = ''] = start === -1 ? [] : (listOpening.exec(above) ?? [])
  const words = above.slice(0, above.length - opening.length)
  const html = start === -1 ? '' : opening + part.slice(start)
  if (words.trim() === '') return html
  const first = words.search(bullet)
  if (first === -1) return isPlain(words) ? `<p>${words.trim()}</p>\n${html}` : null
  const paragraph = words.slice(0, first)
  const list = listOf(words.slice(first))
  if (list === null || !isPlain(paragraph)) return null
  return paragraph === '' ? `${list}\n${html}` : `<p>${paragraph.trim()}</p>\n${list}\n${html}`
}

/** A list whose items are words. A line without a bullet goes on with the item before it, unless it begins with a tag. */
function listOf(lines: string): string | null {
  const [, indent = ''] = bullet.exec(lines) ?? []
  const items = lines.split(new RegExp(`(?:^|\n)${indent}- `)).slice(1)
  const isSimple = items.every((item) => /^\S/.test(item) && !/\n *</.test(item) && isPlain(item))
  return isSimple ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : null
}

const bullet = /^( {0,3})- /m
/** The tags that begin HTML at the beginning of any line. */
const blockStart = /^<\/?(?:p|h[1-6]|ul|ol|li|blockquote)(?=[\s/>])/im
const listOpening = /<[ou]l>\s*$/i
/** Any other tag, if there is nothing else in the first line. */
const tagAlone = /^<\/?[a-z][^<>\n]*>[ \t]*(?:\n|$)/i
/** A link whose words are its address. */
const addressLink = /<a href="(https?:[\w./:?=%#+,;~-]+)">\1<\/a>/gi
const tag = /<\/?[a-z][^<>]*>/gi
/** Emphasis, code, links and addresses, escapes, tables, and breaks of lines. References are left, if both languages read them. */
const marks =
  /[*`~\\|<]|\](?:[:([]|$)|\[\^|https?:|ftp:|www\.|mailto:|xmpp:|[\w.+-]@|&(?!(?:amp|lt|gt|quot|nbsp);)[#\w]| {2}\n|\t/i
/** What a line may begin with to be something else than words. */
const lineStart = /^(?: {4}| *(?:[#+\->:]|\d+[.)]))|\n *=/m
/** An underscore within a word is one. */
const underscore = /(?<![a-z\d])_|_(?![a-z\d])/i

function isPlain(words: string): boolean {
  if (lineStart.test(words)) return false
  const outside = words.replaceAll(addressLink, ' ').replaceAll(tag, ' ')
  return !marks.test(outside) && !underscore.test(outside)
}
