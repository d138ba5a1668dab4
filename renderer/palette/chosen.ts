/** How many of the chosen items are remembered. */
const MAX_CHOSEN = 30

let chosen: readonly string[] = []

/** The ids of the items that were chosen since the window opened, the most recent first. */
export const chosenBefore = (): readonly string[] => chosen

/** Remembers that an item was chosen. */
export function noteChosen(id: string): void {
  chosen = [id, ...chosen.filter((other) => other !== id)].slice(0, MAX_CHOSEN)
}

/** Forgets them, as a new window does. */
export function forgetChosen(): void {
  chosen = []
}
