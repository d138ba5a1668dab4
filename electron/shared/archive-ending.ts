/** How the name of an exported trip ends: a zip of the trip's folder. */
export const ARCHIVE_ENDING = '.lanyard'
