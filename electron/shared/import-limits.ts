const MEBIBYTE = 1024 * 1024

/** The most that the text of one report may have: some ten thousand pages. */
export const MAX_REPORT_BYTES = 20 * MEBIBYTE
/** The most that the files of one import may have together. */
export const MAX_BUNDLE_BYTES = 256 * MEBIBYTE
/** The most files in one import. */
export const MAX_BUNDLE_FILES = 10_000

/** Whether a file is a text by its name, so that it can be refused for its size before it is read. */
export function isTextName(name: string): boolean {
  return /\.(md|markdown|mdown|mkd|mdx|txt|text|html?)$/i.test(name) || !/\.[^/]*$/.test(name)
}

/** A limit in the unit that messages use. */
export const inMegabytes = (bytes: number): number => bytes / MEBIBYTE
