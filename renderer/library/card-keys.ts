import { foldText } from '../../electron/shared/fold-text.ts'

/** Pause after which typed letters begin another name, in milliseconds. */
const PAUSE = 1000

/** Where the keys lead in a grid of cards, or in a list of lines. */
export interface CardKeys {
  /** The card that a key leads to from another, or `null` if it is not a key that moves, or leads nowhere. */
  next(key: string, from: HTMLElement, cards: readonly HTMLElement[]): HTMLElement | null
}

/** Makes the keys for one grid, which remembers what has been typed of a name. */
export function cardKeys(): CardKeys {
  let typed = ''
  let last = -Infinity
  return {
    next(key, from, cards) {
      const index = cards.indexOf(from)
      const move = moves[key]
      if (move !== undefined) return move(index, cards) ?? null
      if (!isLetter(key)) return null
      const now = performance.now()
      typed = now - last > PAUSE ? key : typed + key
      last = now
      return named(foldText(typed), index, cards)
    },
  }
}

type Move = (index: number, cards: readonly HTMLElement[]) => HTMLElement | undefined

const moves: Readonly<Partial<Record<string, Move>>> = {
  ArrowLeft: (index, cards) => cards[index - 1],
  ArrowRight: (index, cards) => cards[index + 1],
  ArrowUp: (index, cards) => inLine(index, cards, -1),
  ArrowDown: (index, cards) => inLine(index, cards, 1),
  Home: (_, cards) => cards[0],
  End: (_, cards) => cards.at(-1),
  PageUp: (index, cards) => pageAway(index, cards, -1),
  PageDown: (index, cards) => pageAway(index, cards, 1),
}

const boxOf = (card: HTMLElement) => card.getBoundingClientRect()

/** The cards on one side of a card, from the nearest. */
const beyond = (index: number, cards: readonly HTMLElement[], way: -1 | 1) =>
  way === 1 ? cards.slice(index + 1) : cards.slice(0, Math.max(0, index)).toReversed()

/** The card in the next line that is most nearly above or below another. */
function inLine(index: number, cards: readonly HTMLElement[], way: -1 | 1): HTMLElement | undefined {
  const from = cards[index]
  if (from === undefined) return cards[0]
  const { top, left } = boxOf(from)
  const others = beyond(index, cards, way).filter((card) => boxOf(card).top !== top)
  const line = others[0] && boxOf(others[0]).top
  const inNext = others.filter((card) => boxOf(card).top === line)
  return inNext.toSorted((a, b) => Math.abs(boxOf(a).left - left) - Math.abs(boxOf(b).left - left))[0]
}

/** The farthest card in the same column that is no more than a window away. */
function pageAway(index: number, cards: readonly HTMLElement[], way: -1 | 1): HTMLElement | undefined {
  const from = cards[index]
  if (from === undefined) return cards[0]
  const { top } = boxOf(from)
  let [reached, at] = [from, index]
  for (;;) {
    const card = inLine(at, cards, way)
    if (card === undefined || Math.abs(boxOf(card).top - top) > window.innerHeight * 0.8) return reached
    reached = card
    at = cards.indexOf(card)
  }
}

/** The name of a key that is no letter, such as “Tab”, has several. */
const isLetter = (key: string) => Array.from(key).length === 1 && key.trim() !== ''

/** The next card, from a card on and around, whose name begins as typed. */
function named(typed: string, index: number, cards: readonly HTMLElement[]): HTMLElement | null {
  // The letters of a name that is already reached lead no further.
  const start = Array.from(typed).length === 1 ? index + 1 : Math.max(0, index)
  const around = [...cards.slice(start), ...cards.slice(0, start)]
  return around.find((card) => foldText(card.getAttribute('aria-label') ?? '').startsWith(typed)) ?? null
}
