/** What stands before the words of a line. Lengths are in UTF-16 units. */
export interface LinePrefix {
  /** Spaces before everything. */
  indent: string
  /** `> > `, with its spaces; empty outside a quote. */
  quote: string
  /** `## `; empty where the line is no heading. */
  heading: string
  /** `- `, `3. `; empty where the line is no list item. */
  list: string
  /** `[ ] `; empty where the item is no task. */
  task: string
  /** Where the words begin. */
  length: number
}

const pattern =
  /^(?<indent>[ \t]*)(?<quote>(?:>[ \t]?)*)(?<heading>#{1,6}[ \t]+)?(?<inner>[ \t]*)(?<list>(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))?(?<task>\[[ xX]\](?:[ \t]+|$))?/

/** Takes the marks of Markdown at the start of a line apart. */
export function readPrefix(line: string): LinePrefix {
  const groups = pattern.exec(line)?.groups ?? {}
  const list = groups['list'] ?? ''
  const inner = groups['inner'] ?? ''
  // A checkbox is one inside a list item only.
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

/** What goes before further lines so that they belong to the quote or list item of this line. */
export function continuationOf(line: string): string {
  const prefix = readPrefix(line)
  return prefix.indent + prefix.quote + ' '.repeat(prefix.list.length)
}
