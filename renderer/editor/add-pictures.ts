import type { EditorState, TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Photo } from '../../electron/shared/trip.ts'
import { blockInsertion } from './format-block.ts'
import { documentIdOf } from './document-id.ts'
import { editorHost } from './editor-host.ts'
import { beginPending, endPending } from './pending.ts'
import { writePicture } from './picture-syntax.ts'

/** What is worth a word while one waits for it, in bytes; smaller pictures are there before it is read. */
const SLOW = 2 * 1024 * 1024

export function isPictureFile(file: File): boolean {
  return file.type.startsWith('image/') || /\.(?:jpe?g|png|gif|webp|avif|heic|heif)$/i.test(file.name)
}

/** Pictures from the clipboard have no name of their own. */
function nameOf(file: File): string {
  return file.name === '' ? `picture.${file.type.split('/')[1] ?? 'png'}` : file.name
}

/**
 * Keeps picture files in the trip and puts each on a line of its own. The text can be written on, and another entry
 * opened, while that goes on. What fails is said; the text stays as it is.
 *
 * @param position where in the text; the pictures come below the words of that line
 */
export async function addPictures(view: EditorView, files: readonly File[], position: number): Promise<void> {
  const host = view.state.facet(editorHost)
  const { pictures } = host
  if (!pictures) return
  const documentId = view.state.facet(documentIdOf)
  const line = view.state.doc.lineAt(position)
  const place = line.text.trim() === '' ? line.from : line.to
  // Reserved in order before the first is stored, so that they stand in the order in which they came.
  const places = files.map((file) => ({
    file,
    id: beginPending(view, place, place, file.size > SLOW ? `Storing ${nameOf(file)} …` : null),
  }))
  for (const { file, id } of places) {
    const data = await read(file)
    if (!data) host.complain(`“${nameOf(file)}” could not be read. The text is as it was.`)
    const photo = data && (await pictures.add(nameOf(file), data))
    const isThere = endPending(documentId, id, photo && ((state, { to }) => insertPicture(state, to, photo)))
    if (photo && !isThere) {
      host.complain(
        `“${nameOf(file)}” is stored in the trip, but its entry is closed. Open the entry and add it again.`,
      )
    }
  }
}

function insertPicture(state: EditorState, position: number, photo: Photo): TransactionSpec {
  const markdown = writePicture({ photoId: photo.id, alt: photo.alt, caption: photo.caption })
  const { start, ...changes } = blockInsertion(state, { from: position, to: position }, markdown)
  // One writes on below the picture: on the line that is there, or on one that is made.
  const insert = changes.to === state.doc.length ? `${changes.insert}\n\n` : changes.insert
  const anchor = Math.max(changes.from + insert.length, start)
  return { changes: { ...changes, insert }, selection: { anchor }, scrollIntoView: true, userEvent: 'input.drop' }
}

async function read(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}
