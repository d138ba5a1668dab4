import { lastPart } from '../../open-bundle.ts'

/** What becomes of an embedded file: a picture's address, its name as words, or nothing yet if it is another note. */
export type Embed = (path: string, alt: string) => { address: string } | 'words' | 'note'

/** Code, in which nothing is changed. */
const code = /^(?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~)|`[^`\n]+`/gm
const wiki = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g

/** Whether a text has links in the manner of a wiki. */
export function isWiki(text: string): boolean {
  return /!?\[\[[^[\]\n]+\]\]/.test(text.replace(code, ''))
}

/**
 * Converts what is special in notes of Obsidian to plain Markdown: `[[note|words]]`, `![[picture.png|300]]`, `==marked==`,
 * `%%comment%%` and the title of a callout, `> [!note] Title`. Other notes that it shows, `![[note]]`, stay as they are.
 *
 * @param onComment called for each comment, which nobody sees in a reading view
 */
export function withoutWiki(text: string, embed: Embed, onComment: (words: string) => void): string {
  const parts: string[] = []
  let last = 0
  for (const { index, 0: whole } of text.matchAll(code)) {
    parts.push(convert(text.slice(last, index), embed, onComment), whole)
    last = index + whole.length
  }
  return [...parts, convert(text.slice(last), embed, onComment)].join('')
}

function convert(text: string, embed: Embed, onComment: (words: string) => void): string {
  return text
    .replaceAll(/%%([^%]*(?:%(?!%)[^%]*)*)%%/g, (_whole, words: string) => {
      if (words.trim() !== '') onComment(words.trim())
      return ''
    })
    .replaceAll(
      /!\[([^[\]\n]*)\]\(<?(?![a-z][\w+.-]*:)([^()<>\n]+\.md(?:#[^()<>\n]*)?)>?\)/gi,
      (whole, label: string, url: string) => {
        const target = decode(url)
        return /[[\]|]/.test(target) || embed(target.split('#')[0] ?? '', '') !== 'note'
          ? whole
          : `![[${target}|${label}]]`
      },
    )
    .replaceAll(wiki, (whole: string, mark: string, target: string, label: string | undefined) =>
      // In a table, the bar is escaped.
      mark === '!' ? embedded(whole, target.replace(/\\$/, ''), label ?? '', embed) : wordsOf(target, label),
    )
    .replaceAll(/==(?=[^\s=])([^=\n]+)(?<=\S)==/g, '**$1**')
    .replaceAll(/^([ \t]*(?:>[ \t]*)+)\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*(.*)$/gm, calloutTitle)
}

/** The words of a link to another note: its label, or else the note's name and heading. */
export function wordsOf(target: string, label: string | undefined): string {
  const words =
    label?.trim() ||
    target
      .split('#')
      .map((part) => lastPart(part).trim())
      .filter(Boolean)
      .join(' > ')
  return words.replaceAll(/[[\]<>]/g, String.raw`\$&`)
}

function embedded(whole: string, target: string, label: string, embed: Embed): string {
  const path = target.split('#')[0]?.trim() ?? ''
  // A number is the width at which the picture is shown.
  const alt = /^\d+(?:x\d+)?$/.test(label.trim()) ? '' : label.replace(/\|\s*\d+(?:x\d+)?\s*$/, '').trim()
  const shown = embed(path, alt)
  if (shown === 'note') return whole
  return shown === 'words' ? wordsOf(target, alt || undefined) : `![${alt}](${shown.address})`
}

/** The title of a callout, or its type, as a line of its own. */
function calloutTitle(_whole: string, marks: string, type: string, title: string): string {
  const words = title.trim() || type.charAt(0).toUpperCase() + type.slice(1)
  return `${marks}**${words}**\n${marks.trimEnd()}`
}

/** An address as the name of a file. */
export function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
