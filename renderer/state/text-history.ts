/**
 * Takes a text to an earlier or later state through its own undo history, so that this history goes on from there.
 * Returns whether it knows that state.
 */
export type WalkText = (documentId: string, text: string) => boolean

let walk: WalkText = () => false

/** Provides the histories of the texts that were open in the editor, which is loaded later than the store. */
export function provideTextHistory(walkText: WalkText): void {
  walk = walkText
}

export const walkText: WalkText = (documentId, text) => walk(documentId, text)
