/** The media type for dragging an entry within the window; no other program knows it. */
export const ENTRY_TYPE = 'application/x-lanyard-entry'
