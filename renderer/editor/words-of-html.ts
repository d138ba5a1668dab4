const hidden = /^<(script|style|template|noscript|title)[\s>]/i
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const blocks = /^<\/?(?:p|div|li|ul|ol|h[1-6]|tr|table|blockquote|pre|br|hr|section|article)[\s/>]/i

/**
 * The words of HTML, for when it cannot be converted and came without its plain text. Takes a time that is proportional
 * to its length, even for malformed HTML.
 */
export function wordsOfHtml(html: string): string {
  const parts: string[] = []
  /** Elements whose end does not come any more. */
  const endless = new Set<string>()
  for (let at = 0; at < html.length;) {
    const start = html.indexOf('<', at)
    if (start === -1) {
      parts.push(html.slice(at))
      break
    }
    parts.push(html.slice(at, start))
    const tag = html.slice(start, start + 20)
    const isComment = tag.startsWith('<!--')
    const end = html.indexOf(isComment ? '-->' : '>', start)
    // What looks like a tag and never ends is words.
    if (end === -1) {
      parts.push(html.slice(start))
      break
    }
    if (blocks.test(tag)) parts.push('\n')
    const name = hidden.exec(tag)?.[1]
    const close = name === undefined || endless.has(name) ? -1 : html.indexOf(`</${name}`, end)
    if (name !== undefined && close === -1) endless.add(name)
    at = close === -1 ? end + (isComment ? 3 : 1) : close
  }
  return parts
    .join('')
    .replaceAll(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => entities[name] ?? whole)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
