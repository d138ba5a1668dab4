/** Versions of trips, one folder per trip id. */
export const HISTORY_FOLDER = '.history'

/** Deleted trips, each with the folder it had, until the trash is emptied. */
export const TRASH_FOLDER = '.trash'

/** Everything derived from the trips. Deletable at any time, never the only copy of anything. */
export const CACHE_FOLDER = '.cache'
