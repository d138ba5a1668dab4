/*
 * The markup of RedNotebook is that of txt2tags. Newer versions of RedNotebook write Markdown into the same files, without
 * saying so.
 */

/**
 * Converts the text of a day to Markdown: headings, emphasis, lists, tables, links and pictures. A text that is Markdown
 * already stays as it is.
 *
 * @param text with LF line ends
 */
export function markdownOfMarkup(text: string): string {
  if (isMarkdown(text)) return text
  const lines = text.split('\n')
  const written: string[] = []
  let isCode = false
  for (const [index, line] of lines.entries()) {
    if (/^```\s*$/.test(line)) isCode = !isCode
    if (isCode || line.startsWith('```')) {
      written.push(line)
      continue
    }
    written.push(...lineOf(line, lines[index - 1] ?? ''))
  }
  return written.join('\n')
}

/** Marks that mean something in Markdown and nothing in txt2tags. */
function isMarkdown(text: string): boolean {
  const hasMarkup = /\[[^\]\n]*""|(?:^|\n)(=+) \S[^\n]* \1(?:\n|$)|(?<![:\w/])\/\/\S/.test(text)
  return !hasMarkup && /(?:^|\n)#{1,6} \S|\]\([^)\s]+\)|~~\S/.test(text)
}

/** A line may need an empty one before it, where txt2tags begins a block at once. */
function lineOf(line: string, before: string): string[] {
  const [, marks = '', title] = /^\s*(={1,5}|\+{1,5})\s*(\S[^\n]*?)\s*\1(?:\[[^\]]*\])?\s*$/.exec(line) ?? []
  if (title !== undefined) return [`${'#'.repeat(marks.length)} ${inline(title)}`]
  if (/^\s*(?:[=_-]\s?){20,}\s*$/.test(line)) return ['', '---']
  const [, indent = '', bullet, item = ''] = /^( *)([-+]) (\S.*)$/.exec(line) ?? []
  if (bullet !== undefined) {
    const isFirst = before.trim() !== '' && !/^ *[-+] /.test(before)
    return [...(isFirst ? [''] : []), `${indent.replaceAll(' ', '  ')}${bullet === '+' ? '1.' : '-'} ${inline(item)}`]
  }
  if (/^\s*\|\|?\s/.test(line)) return rowOf(line, before)
  const [, tabs, quoted = ''] = /^(\t+)(.*)$/.exec(line) ?? []
  if (tabs !== undefined) return [`${'>'.repeat(Math.min(tabs.length, 10))} ${inline(quoted)}`]
  const words = inline(line)
  // What would begin a block in Markdown, and is a plain line here.
  return [words.replace(/^(\s*)([#>+])(?=\s|$)/, '$1\\$2').replace(/^ {4,}(?=\S)/, '   ')]
}

function rowOf(line: string, before: string): string[] {
  const cells = line
    .trim()
    .replace(/^\|\|?|\|\|?$/g, '')
    .split(/\s\|(?=\s)/)
    .map((cell) => inline(cell.trim()))
  const row = `| ${cells.join(' | ')} |`
  if (/^\s*\|/.test(before)) return [row]
  const rule = `|${' --- |'.repeat(cells.length)}`
  // A table in Markdown has a head, even an empty one.
  return /^\s*\|\|/.test(line) ? ['', row, rule] : ['', `|${'  |'.repeat(cells.length)}`, rule, row]
}

/** Stretches that are not looked into: code, raw words, links and pictures, addresses. */
const kept =
  /``(.+?)``|\[""([^"\n]+)""(\.\w+)(?:\?(\d*))?\]|\[([^\]\n"]*?)\s*""([^"\n]+)""\]|""([^"\n]+)""|(?:https?|ftp|file):\/\/[^\s<>"]+/g

function inline(text: string): string {
  const parts: string[] = []
  let last = 0
  for (const match of text.matchAll(kept)) {
    const [whole, code, picture, ending = '', , words = '', address, raw] = match
    parts.push(emphasis(text.slice(last, match.index)))
    if (code !== undefined) parts.push(`\`${code}\``)
    else if (picture !== undefined) parts.push(pictureOf(picture + ending))
    else if (address !== undefined) parts.push(linkOf(words, address))
    else parts.push(raw === undefined ? whole : escaped(raw))
    last = match.index + whole.length
  }
  return [...parts, emphasis(text.slice(last))].join('')
}

function pictureOf(path: string): string {
  return `![](${destination(path)})`
}

function linkOf(words: string, address: string): string {
  return `[${words.trim() === '' ? escaped(address) : emphasis(words)}](${destination(address)})`
}

function destination(address: string): string {
  return address
    .replaceAll(' ', '%20')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replaceAll(/[<>\\]/g, encodeURIComponent)
}

function emphasis(text: string): string {
  return text
    .replaceAll(/<(?=[a-z/!?])/gi, '\\<')
    .replaceAll(/(?<![*\w])\*(?![*\s])/g, '\\*')
    .replaceAll(/(?<![:\w/])\/\/(?=[^\s/])([^\n]{1,1000}?)(?<=[^\s/])\/\/(?![\w/])/g, '*$1*')
    .replaceAll(/(?<!\w)__(?=[^\s_])([^\n]{1,1000}?)(?<=[^\s_])__(?!\w)/g, '*$1*')
    .replaceAll(/(?<![\w-])--(?=[^\s-])([^\n]{1,1000}?)(?<=[^\s-])--(?![\w-])/g, '~~$1~~')
    .replace(/\\\\\s*$/, '\\')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#~]/g, '\\$&')
}
