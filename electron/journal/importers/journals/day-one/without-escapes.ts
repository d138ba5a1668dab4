/**
 * Removes the backslashes that Day One writes before most punctuation and that mean nothing there: `some text\.` is
 * `some text.`. Those that keep a text from being read as a list, a heading, a link or a picture stay, and so does
 * everything in code.
 */
export function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text
  let fence = ''
  return text
    .split('\n')
    .map((line) => {
      const [, mark = ''] = /^\s*(`{3,}|~{3,})/.exec(line) ?? []
      if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence
      return fence !== '' || mark !== '' || line.includes('`') || /^(?: {4}|\t)/.test(line) ? line : unescapeLine(line)
    })
    .join('\n')
}

function unescapeLine(line: string): string {
  return line.replaceAll(/\\([.\-!()+#{}])/g, (whole: string, mark: string, at: number) => {
    const before = line.slice(0, at)
    const next = line.charAt(at + whole.length)
    switch (mark) {
      case '.':
        return /^[\s>]*\d+$/.test(before) ? whole : mark
      case ')':
        return /^[\s>]*\d+$/.test(before) || before.includes('](') ? whole : mark
      case '(':
        return before.endsWith(']') || before.includes('](') ? whole : mark
      case '!':
        return next === '[' ? whole : mark
      default:
        return before.trim() === '' || /^[\s>]+$/.test(before) ? whole : mark
    }
  })
}
