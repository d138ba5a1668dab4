import { readDay } from '../../read-day.ts'
import type { JournalEntry } from '../journal-format.ts'
import { readLocalTime } from '../local-time.ts'
import { lineOf, trimText } from '../take-title.ts'

/** Longer than any time. */
const MAX_TIME = 60

/**
 * Reads the text file of jrnl: an entry begins with its time in brackets, `[2026-04-14 09:00] Title. *`, and goes on up
 * to the next one. A star at an end of the first line marks it, and words such as `@pycon` are its tags.
 *
 * @returns `null` if the text does not begin like that
 */
export function readLines(text: string): JournalEntry[] | null {
  const lines = text.split(/\r\n?|\n/)
  const start = lines.findIndex((line) => line.trim() !== '')
  if (start === -1 || headOf(lines[start] ?? '') === null) return null
  const entries: { head: Head; body: string[] }[] = []
  let fence = ''
  for (const line of lines.slice(start)) {
    const [, mark = ''] = /^\s*(`{3,}|~{3,})/.exec(line) ?? []
    const head = fence === '' ? headOf(line) : null
    if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence
    if (head === null) entries.at(-1)?.body.push(line)
    else entries.push({ head, body: [] })
  }
  return entries.map(({ head, body }) => {
    const written = trimText(body.join('\n'))
    return {
      ...head.time,
      title: lineOf(head.title),
      text: written,
      tags: tagsIn(`${head.title}\n${written}`),
      isStarred: head.isStarred,
    }
  })
}

interface Head {
  time: { day: string; clock: string | null; zone: string | null }
  title: string
  isStarred: boolean
}

function headOf(line: string): Head | null {
  const end = line.startsWith('[') ? line.indexOf(']') : -1
  if (end === -1 || end > MAX_TIME) return null
  const time = readLocalTime(line.slice(1, end), readDay)
  if (time === null) return null
  const words = line.slice(end + 1).trim()
  const isStarred = /^\*\s|\s\*$|^\*$/.test(words)
  return { time, title: isStarred ? words.replace(/^\*\s|\s\*$|^\*$/, '').trim() : words, isStarred }
}

/** The words with the sign of tags. An e-mail address has it too. */
function tagsIn(text: string): string[] {
  return Array.from(text.matchAll(/(?<![\p{L}\p{N}_.+-])@([\p{L}\p{N}_][\p{L}\p{N}_-]*)/gu), ([, tag = '']) =>
    tag.toLowerCase(),
  )
}
