/** Number of cards rendered at first: about as many as a window shows. Each takes some milliseconds. */
export const FIRST_CARDS = 12
/** The same for the lines of a list. */
export const FIRST_LINES = 24
