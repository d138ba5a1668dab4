import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { ExportFile, Picture, Pictures } from '../exporter.ts'

/** How wide a picture is on the page: the column of the text, or the whole window if that is narrower. */
const SIZES = '(max-width: 42rem) 100vw, 42rem'

/**
 * Offers the smaller copies of the pictures in a page to browsers, which choose by the width of their window. The page is
 * changed.
 *
 * @param paths the paths of the pictures, by photo id
 * @returns the files of the copies that the page names
 */
export function offerCopies(page: Root, pictures: Pictures, paths: ReadonlyMap<string, string>): ExportFile[] {
  const taken = new Set(Array.from(paths.values(), (path) => path.toLowerCase()))
  const copies = new Map<string, Copy[]>()
  for (const [photoId, path] of paths) {
    const made = copiesOf(photoId, path, pictures.get(photoId))
    copies.set(
      path,
      made.filter(({ file }) => !taken.has(file.path.toLowerCase())),
    )
  }
  const files = new Set<ExportFile>()
  visit(page, 'element', ({ tagName, properties }) => {
    const path = tagName === 'img' ? String(properties['src']) : ''
    const offered = copies.get(path) ?? []
    const [narrowest] = offered
    if (narrowest === undefined) return
    for (const { file } of offered) files.add(file)
    const candidates = [...offered.map(({ file, width }) => `${file.path} ${width}w`), `${path} ${narrowest.whole}w`]
    // As one text: a list would be written with spaces, which browsers do not take for commas.
    Object.assign(properties, { srcSet: candidates.join(', '), sizes: SIZES })
  })
  return [...files]
}

interface Copy {
  file: ExportFile
  /** The widths of the copy and of the picture itself, in pixels. */
  width: number
  whole: number
}

/** The width is in the name, so that a later export recognizes the file. */
function copiesOf(photoId: string, path: string, picture?: Picture): Copy[] {
  const { copies = [], size } = picture ?? {}
  if (size === undefined) return []
  return copies.map(({ data, width }) => ({
    file: { path: path.replace(/(\.\w+)$/, `-${width}$1`), data, photoId },
    width,
    whole: size.width,
  }))
}
