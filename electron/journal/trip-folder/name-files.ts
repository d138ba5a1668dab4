import { type Message, quoted } from '../../shared/messages/message.ts'

/** Maximum number of files that a remark names. The others are counted. */
const MAX_NAMED = 5

/** The names of files as a part of a message, with those that come after the first few as a number. */
export function nameFiles(files: readonly string[]): Message[] {
  return quoted(files.map(shorten), MAX_NAMED)
}

/** Names in an untrusted file can be anything, for example endless, or made to hide what follows them. */
function shorten(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '?')
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain
}
