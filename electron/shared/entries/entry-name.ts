import { type Message, message } from '../messages/message.ts'
import { render } from '../messages/translate.ts'
import type { Entry, EntryKind } from '../trip.ts'
import { fieldValue, titleField } from './fields.ts'

/** The name of an entry that has neither a title nor any words of text. */
export function unnamedEntry(kind: EntryKind): Message {
  return message(`entry.unnamed.${kind}`)
}

/** The name of an entry in lists and sentences: its title, or else its first words, or else its kind. */
export function entryName(entry: Entry): string {
  return entryLabel(entry) || render(unnamedEntry(entry.kind))
}

/** The same as a part of a message. */
export function entryNameParam(entry: Entry): string | Message {
  return entryLabel(entry) || unnamedEntry(entry.kind)
}

/** Like {@link entryName}, but empty if the entry has neither a title nor any words. */
export function entryLabel(entry: Entry): string {
  return entryTitle(entry) || firstWords(entry.text)
}

/** The title of an entry, or the name of the person met, on one line, if any; otherwise empty. */
export function entryTitle(entry: { kind: EntryKind }): string {
  return oneLine(fieldValue(entry, titleField(entry.kind)))
}

/** How much of a text is searched for its first words, in UTF-16 units. */
const SEARCHED = 1000
const MAX_LENGTH = 80

/** The first line of a Markdown text that has words, without markup; cut between words after 80 characters. */
export function firstWords(text: string): string {
  const lines = text.slice(0, SEARCHED).split('\n').map(withoutBlockMarks)
  const readable = lines.filter((line) => !line.startsWith('```'))
  // A picture's alternative text is used only if there is nothing else.
  const words = readable.filter((line) => !line.startsWith('![')).map(withoutInlineMarks)
  const line = words.find(Boolean) ?? readable.map(withoutInlineMarks).find(Boolean) ?? ''
  return line.length <= MAX_LENGTH ? line : `${line.slice(0, MAX_LENGTH).replace(/\s+\S*$/, '')}…`
}

/** A line without leading markup of quotes, headings, lists and tasks. */
function withoutBlockMarks(line: string): string {
  return line.replace(/^[\s>#]*(?:(?:[-*+]|\d+[.)])\s+)?(?:\[[ xX]\]\s+)?/, '').trim()
}

function withoutInlineMarks(line: string): string {
  return oneLine(line.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*_`~]{1,3}/g, ''))
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
