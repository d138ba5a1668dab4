/** A picture of the trip as it stands in the text, alone on its line: `![alt](photo:ID "caption")`. */
export interface PictureMarkdown {
  photoId: string
  /** For those who do not see it. */
  alt: string
  /** Shown under the picture; empty: none. */
  caption: string
}

const picture =
  /^ {0,3}!\[(?<alt>(?:\\.|\[(?:\\.|[^[\]\\])*\]|[^[\]\\])*)\]\(photo:(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[ \t]+(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'))?[ \t]*\)[ \t]*$/

const unescape = (text: string) => text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')

/** Reads a line; `null` where it is anything but one picture of the trip. */
export function readPicture(line: string): PictureMarkdown | null {
  // Nearly every line ends here, at a price of nothing.
  if (!line.includes('](photo:')) return null
  const groups = picture.exec(line)?.groups
  if (!groups) return null
  const { alt = '', id = '', double, single } = groups
  return { photoId: id, alt: unescape(alt), caption: unescape(double ?? single ?? '') }
}

const oneLine = (text: string) => text.replaceAll(/\s*[\r\n]+\s*/g, ' ')

/** Writes the line that `readPicture` reads back the same, whatever signs alt text and caption hold. */
export function writePicture({ photoId, alt, caption }: PictureMarkdown): string {
  const words = oneLine(alt).replaceAll(/[\\[\]*_`<&~]/g, '\\$&')
  const title = oneLine(caption).replaceAll(/[\\"&]/g, '\\$&')
  return `![${words}](photo:${photoId}${title === '' ? '' : ` "${title}"`})`
}
