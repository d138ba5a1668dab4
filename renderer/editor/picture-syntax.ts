/** A picture of the trip in the text, alone on its line: `![alt](photo:ID "caption")`. */
export interface PictureMarkdown {
  photoId: string
  /** The alternative text, for screen readers. */
  alt: string
  /** Shown below the picture; empty for none. */
  caption: string
}

const picture =
  /^ {0,3}!\[(?<alt>(?:\\.|\[(?:\\.|[^[\]\\])*\]|[^[\]\\])*)\]\(photo:(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[ \t]+(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'))?[ \t]*\)[ \t]*$/

const unescape = (text: string) => text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')

/** Parses a line; returns `null` unless it consists of exactly one picture of the trip. */
export function readPicture(line: string): PictureMarkdown | null {
  // Cheap check that rules out nearly every line.
  if (!line.includes('](photo:')) return null
  const groups = picture.exec(line)?.groups
  if (!groups) return null
  const { alt = '', id = '', double, single } = groups
  return { photoId: id, alt: unescape(alt), caption: unescape(double ?? single ?? '') }
}

const oneLine = (text: string) => text.replaceAll(/\s*[\r\n]+\s*/g, ' ')

/** Writes a line that `readPicture` parses back to the same values, whatever characters they contain. */
export function writePicture({ photoId, alt, caption }: PictureMarkdown): string {
  const words = oneLine(alt).replaceAll(/[\\[\]*_`<&~]/g, '\\$&')
  const title = oneLine(caption).replaceAll(/[\\"&]/g, '\\$&')
  return `![${words}](photo:${photoId}${title === '' ? '' : ` "${title}"`})`
}
