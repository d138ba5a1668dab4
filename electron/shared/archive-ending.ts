/** The extension of an exported trip, which is a zip of the trip's folder. */
export const ARCHIVE_ENDING = '.lanyard'
