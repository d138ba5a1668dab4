/**
 * The English messages for the page's first screen. In the source this is all of them; the build keeps those that the
 * page's first file uses, so that a start does not load the sentences of every dialog.
 */
export { english as englishAtStart } from './english.ts'
