interface Turn {
  begin: () => void
}

/** The first one has its turn, the others wait. */
const turns: Turn[] = []

/**
 * Waits for a turn, which only one has at a time.
 *
 * @param begin called when it has come, perhaps at once
 * @returns a function that ends the turn, or the wait for it
 */
export function takeTurn(begin: () => void): () => void {
  const turn: Turn = { begin }
  turns.push(turn)
  if (turns[0] === turn) begin()
  return () => {
    const place = turns.indexOf(turn)
    if (place === -1) return
    turns.splice(place, 1)
    if (place === 0) turns[0]?.begin()
  }
}
