const MEBIBYTE = 1024 * 1024

/** Maximum size of the text of one report: some ten thousand pages. */
export const MAX_REPORT_BYTES = 20 * MEBIBYTE
/** Maximum size of a conference's programme. */
export const MAX_PROGRAMME_BYTES = 20 * MEBIBYTE
/** Maximum total size of the files of one import. */
export const MAX_BUNDLE_BYTES = 256 * MEBIBYTE
/** Maximum number of files in one import. */
export const MAX_BUNDLE_FILES = 20_000

/** Maximum number of entries in an imported trip or report, deleted ones included: twenty a day for seven years. */
export const MAX_IMPORTED_ENTRIES = 50_000

/** Whether a file is a text by its name, so that one that is too large can be refused before it is read. */
export function isTextName(name: string): boolean {
  return /\.(md|markdown|mdown|mkd|mdx|txt|text|html?)$/i.test(name) || !/\.[^/]*$/.test(name)
}

/** Whether a file is an archive by its name, which can be as large as all files of an import. */
export function isArchiveName(name: string): boolean {
  return /\.(?:zip|jex|tar)$/i.test(name)
}

/** A limit in the unit that messages use. */
export const inMegabytes = (bytes: number): number => bytes / MEBIBYTE
