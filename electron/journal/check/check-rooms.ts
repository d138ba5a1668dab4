import type { Programme } from '../../shared/programme.ts'
import type { CheckedText } from './checked-texts.ts'
import { letterDistance } from '../../shared/letter-distance.ts'
import { type Found, foundAt } from './found.ts'
import { keyOf } from './known-names.ts'
import type { KnownTalk } from './known-talk.ts'
import { type Word, wordKey, wordsOf } from './words.ts'

export interface RoomScene {
  /** The keys of the programme's rooms. */
  readonly rooms: ReadonlySet<string>
  readonly ofEntry: ReadonlyMap<string, KnownTalk>
}

export function roomKeys(programme: Programme | null): Set<string> {
  const rooms = [...(programme?.rooms ?? []), ...(programme?.sessions.map(({ room }) => room) ?? [])]
  return new Set(rooms.map(wordKey).filter(Boolean))
}

/** The room of a talk that the programme has in another one, and numbers of rooms that the programme does not have. */
export function checkRooms(text: CheckedText, { rooms, ofEntry }: RoomScene): Found[] {
  const { entry, holds, words, source } = text
  const talk = ofEntry.get(entry?.id ?? '')
  if (entry === null || talk === undefined || talk.room.trim() === '') return []
  const right = wordsOf(talk.room)
  if (holds === 'room') {
    const key = keyOf(words)
    const isOther = key !== keyOf(right) && (rooms.has(key) || isNumberOff(key, keyOf(right)))
    return isOther ? [toFound(text, 0, source.length, talk)] : []
  }
  if (holds !== 'prose' || !right.some(({ hasDigit }) => hasDigit)) return []
  for (let at = 0; at + right.length <= words.length; at++) {
    const part = words.slice(at, at + right.length)
    const key = keyOf(part)
    if (rooms.has(key) || !right.every((word, index) => isSameBut(part[index], word))) continue
    return [toFound(text, part[0]?.from ?? 0, part.at(-1)?.to ?? 0, talk)]
  }
  return []
}

/** Whether a word is the same, or a number with a wrong digit, beside at least a letter or another word. */
function isSameBut(written: Word | undefined, right: Word): boolean {
  if (written === undefined) return false
  if (!right.hasDigit) return written.plain === right.plain
  return written.hasDigit && letterDistance(written.plain, right.plain, 2) <= 2
}

const isNumberOff = (key: string, right: string) => /\d/.test(right) && letterDistance(key, right, 2) <= 2

function toFound(checked: CheckedText, from: number, to: number, { title, room }: KnownTalk): Found {
  return {
    code: 'room',
    ...foundAt(checked, from, to),
    suggestion: room,
    reason: { is: 'room', title },
  }
}
