/** Where Lanyard is at home. Nothing is asked of it unless the user opens one of these in the browser. */
const home = 'https://github.com/lanyard-journal/lanyard'

/** Where somebody tells us of a problem. */
export const issuesAddress = `${home}/issues/new`
/** Where the newest version is, and what is new in it. */
export const releasesAddress = `${home}/releases/latest`
