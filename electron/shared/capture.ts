import { z } from 'zod'
import { assertNever } from './result.ts'
import { attributionOf } from './quote-attribution.ts'

/** What can be captured over other programs. */
export const captureKinds = ['note', 'quote', 'person', 'idea', 'task', 'look-up'] as const
export const captureKindSchema = z.enum(captureKinds)

export type CaptureKind = z.infer<typeof captureKindSchema>

/**
 * What was captured as Markdown of its kind, for the text of an entry. A person is an entry of its own, and an idea a
 * note.
 *
 * @param speaker of a quote; empty if nobody is named
 */
export function captureText(kind: CaptureKind, words: string, speaker: string): string {
  const text = words.trim()
  switch (kind) {
    case 'quote': {
      const quoted = text.split('\n').map((line) => (line === '' ? '>' : `> ${line}`))
      return (speaker === '' ? quoted : [...quoted, '>', `> ${attributionOf(speaker)}`]).join('\n')
    }
    case 'task':
      return `- [ ] ${inOneLine(text)}`
    case 'look-up':
      return `[${inOneLine(text)}]()`
    case 'note':
    case 'person':
    case 'idea':
      return text
    default:
      return assertNever(kind)
  }
}

const inOneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ')

/** Adds a paragraph to the end of a text. */
export function withParagraph(text: string, paragraph: string): string {
  const before = text.trimEnd()
  if (before === '') return paragraph
  const isList = paragraph.startsWith('- [ ] ') && /(?:^|\n)- \[[ x]\] [^\n]*$/.test(before)
  return `${before}${isList ? '\n' : '\n\n'}${paragraph}`
}
