/** The numbers with which Joplin says what an item is. */
export const itemTypes = { note: '1', folder: '2', resource: '4', tag: '5', noteTag: '6' } as const

/** A file of Joplin: a note, a notebook, a tag, or what is attached. */
export interface JoplinItem {
  title: string
  body: string
  fields: Readonly<Record<string, string>>
}

/**
 * Reads a file as Joplin exports and synchronizes it: a title, a text and, at its end, names and values. The text may have
 * lines that look like these.
 *
 * @param text with LF line ends
 * @returns `null` if the text is not one
 */
export function readItem(text: string): JoplinItem | null {
  const lines = text.trimEnd().split('\n')
  let start = lines.length
  while (start > 0 && /^[a-z_]+:/.test(lines[start - 1] ?? '')) start--
  const fields: Record<string, string> = {}
  for (const line of lines.slice(start)) {
    const colon = line.indexOf(':')
    fields[line.slice(0, colon)] = line.slice(colon + 1).trim()
  }
  if (!/^[0-9a-f]{32}$/.test(fields['id'] ?? '') || !/^\d+$/.test(fields['type_'] ?? '')) return null
  const [title = '', ...body] = lines.slice(0, start)
  return { title: title.trim(), body: body.join('\n').replace(/^\n+|\n+$/g, ''), fields }
}
