/**
 * The English messages that the page needs for its first screen. From the source these are all of them; the build keeps
 * those that the page's first file names, so that a start does not load the sentences of every dialog.
 */
export { english as englishAtStart } from './english.ts'
