import type { EditorState, TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { t } from '../../electron/shared/messages/translate.ts'
import { MAX_PICTURE_BYTES, MAX_PICTURE_MB, shownName } from '../../electron/shared/pictures.ts'
import type { Photo } from '../../electron/shared/trip.ts'
import { blockInsertion } from './format-block.ts'
import { documentIdOf } from './document-id.ts'
import { type EditorHost, editorHost } from './editor-host.ts'
import { beginPending, endPending } from './pending.ts'
import { writePicture } from './picture-syntax.ts'

/** What is worth a word while one waits for it, in bytes; smaller pictures are there before it is read. */
const SLOW = 2 * 1024 * 1024

/** Pictures from the clipboard have no name of their own. */
function fileName(file: File): string {
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
    id: beginPending(view, place, place, file.size > SLOW ? `Storing ${fileName(file)} …` : null),
  }))
  for (const { file, id } of places) {
    const data = await read(file, host)
    const photo = data && (await pictures.add(fileName(file), data))
    const isThere = endPending(documentId, id, photo && ((state, { to }) => insertPicture(state, to, photo)))
    if (photo && !isThere) {
      host.complain(
        `“${fileName(file)}” is stored in the trip, but its entry is closed. Open the entry and add it again.`,
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

/** The bytes of a picture; `null` if there are too many or they cannot be read, which the host is told. */
async function read(file: File, host: EditorHost): Promise<Uint8Array<ArrayBuffer> | null> {
  if (file.size > MAX_PICTURE_BYTES) {
    host.complain(t('failure.photo.too-large', { ...shownName(fileName(file)), limit: MAX_PICTURE_MB }))
    return null
  }
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    host.complain(`“${fileName(file)}” could not be read. The text is as it was.`)
    return null
  }
}
