/** The markup at the start of a line. Lengths are in UTF-16 units. */
export interface LinePrefix {
  /** Leading spaces. */
  indent: string
  /** `> > `, including spaces; empty outside of quotes. */
  quote: string
  /** `## `; empty if the line is not a heading. */
  heading: string
  /** `- `, `3. `; empty if the line is not a list item. */
  list: string
  /** `[ ] `; empty if the item is not a task. */
  task: string
  /** The length of the whole prefix. */
  length: number
}

const pattern =
  /^(?<indent>[ \t]*)(?<quote>(?:>[ \t]?)*)(?<heading>#{1,6}[ \t]+)?(?<inner>[ \t]*)(?<list>(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))?(?<task>\[[ xX]\](?:[ \t]+|$))?/

/** Parses the Markdown markers at the start of a line. */
export function readPrefix(line: string): LinePrefix {
  const groups = pattern.exec(line)?.groups ?? {}
  const list = groups['list'] ?? ''
  const inner = groups['inner'] ?? ''
  // A checkbox only exists inside a list item.
  const task = list === '' ? '' : (groups['task'] ?? '')
  const part = { indent: groups['indent'] ?? '', quote: groups['quote'] ?? '', heading: groups['heading'] ?? '' }
  return {
    ...part,
    indent: part.quote === '' && part.heading === '' ? part.indent + inner : part.indent,
    list,
    task,
    length: part.indent.length + part.quote.length + part.heading.length + inner.length + list.length + task.length,
  }
}

/** The prefix that makes further lines part of the quote or list item of this line. */
export function continuationOf(line: string): string {
  const prefix = readPrefix(line)
  return prefix.indent + prefix.quote + ' '.repeat(prefix.list.length)
}
