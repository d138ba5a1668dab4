/** The type under which an entry is dragged through the window; no other program knows it. */
export const ENTRY_TYPE = 'application/x-lanyard-entry'
