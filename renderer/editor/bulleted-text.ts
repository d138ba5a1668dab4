/**
 * Bullets that other programs write. Dashes and dots also occur in ordinary text, so they count only if there are
 * several.
 */
const sureBullet = /^[•◦▪▫‣⁃●○■□∙]\s*(?=\S)/
const likelyBullet = /^[–—·]\s+(?=\S)/

interface Item {
  indent: number
  glyph: string
}

/** Columns of white space; a tab reaches to the next multiple of four. */
function widthOf(space: string): number {
  let width = 0
  for (const character of space) width += character === '\t' ? 4 - (width % 4) : 1
  return width
}

function readItem(line: string): (Item & { words: string; sure: boolean }) | null {
  const space = /^\s*/.exec(line)?.[0] ?? ''
  const rest = line.slice(space.length)
  const sure = sureBullet.exec(rest)
  const mark = sure ?? likelyBullet.exec(rest)
  if (!mark) return null
  return {
    indent: widthOf(space),
    glyph: rest.charAt(0),
    words: rest.slice(mark[0].length),
    sure: sure !== null,
  }
}

/** Adds an item to the open levels and returns its depth, counted from 0. */
function place(item: Item, levels: Item[]): number {
  const sameGlyph = levels.findIndex(({ glyph, indent }) => glyph === item.glyph && indent <= item.indent)
  while (levels.length > 0 && (levels.at(-1)?.indent ?? 0) > item.indent) levels.pop()
  const top = levels.at(-1)
  if (top && top.indent === item.indent && top.glyph !== item.glyph) {
    // The same margin with another bullet: one level deeper, or back to the level where that bullet was used.
    if (sameGlyph >= 0 && sameGlyph < levels.length) levels.length = sameGlyph + 1
    else levels.push(item)
  } else if (!top || top.indent < item.indent) {
    levels.push(item)
  }
  return levels.length - 1
}

/**
 * Converts lines that begin with a bullet (`•`, `◦`, and `–` or `·` if there are several) to a Markdown list, with an
 * empty line between the list and the words around it. A text without such lines is returned unchanged.
 *
 * @example bulletedToMarkdown('Heard:\n• one\n  ◦ inner\n• two') // 'Heard:\n\n- one\n  - inner\n- two'
 */
export function bulletedToMarkdown(text: string): string {
  const lines = text.split(/\r\n?|\n/)
  const items = lines.map(readItem)
  const found = items.filter((item) => item !== null)
  if (!found.some(({ sure }) => sure) && found.length < 2) return text
  const written: string[] = []
  const levels: Item[] = []
  lines.forEach((line, index) => {
    const item = items[index]
    const above = written.at(-1) ?? ''
    if (item) {
      if (levels.length === 0 && above.trim() !== '') written.push('')
      written.push(`${'  '.repeat(place(item, levels))}- ${item.words}`)
    } else if (line.trim() === '') {
      written.push('')
    } else if (levels.length > 0 && above !== '' && /^\s/.test(line)) {
      // Indented below an item: its second line.
      written.push(`${'  '.repeat(levels.length)}${line.trim()}`)
    } else {
      if (levels.length > 0 && above !== '') written.push('')
      levels.length = 0
      written.push(line)
    }
  })
  return written.join('\n')
}
