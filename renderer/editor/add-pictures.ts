import type { EditorState, TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { t } from '../../electron/shared/messages/translate.ts'
import { MAX_PICTURE_BYTES, MAX_PICTURE_MB, shownName } from '../../electron/shared/pictures.ts'
import { fail } from '../../electron/shared/result.ts'
import type { Photo } from '../../electron/shared/trip.ts'
import { blockInsertion } from './format-block.ts'
import { documentIdOf } from './document-id.ts'
import { type EditorHost, editorHost } from './editor-host.ts'
import { beginPending, endPending } from './pending.ts'
import { writePicture } from './picture-syntax.ts'

/**
 * Minimum size of a picture for which a note is shown while it is stored, in bytes. Smaller ones are stored before it
 * could be read.
 */
const SLOW = 2 * 1024 * 1024

/** Pictures from the clipboard have no name of their own. */
function fileName(file: File): string {
  return file.name === '' ? t('editor.unnamed-picture', { ending: file.type.split('/')[1] ?? 'png' }) : file.name
}

/**
 * Stores picture files in the trip and puts each on a line of its own. Meanwhile the text can be edited, and another entry
 * opened. Shows what failed; the text then stays as it is.
 *
 * @param position where in the text; the pictures go below the words of that line
 */
export async function addPictures(view: EditorView, files: readonly File[], position: number): Promise<void> {
  const host = view.state.facet(editorHost)
  const { pictures } = host
  if (!pictures) return
  const documentId = view.state.facet(documentIdOf)
  const line = view.state.doc.lineAt(position)
  const place = line.text.trim() === '' ? line.from : line.to
  // All places are reserved before the first picture is stored, which keeps the pictures in order.
  const places = files.map((file) => ({
    file,
    id: beginPending(view, place, place, file.size > SLOW ? t('editor.storing', { name: fileName(file) }) : null),
  }))
  for (const { file, id } of places) {
    const data = await read(file, host)
    const photo = data && (await pictures.add(fileName(file), data))
    const isThere = endPending(documentId, id, photo && ((state, { to }) => insertPicture(state, to, photo)))
    if (photo && !isThere) {
      host.showFailure(fail('editor.entry-closed', { name: fileName(file) }).error)
    }
  }
}

function insertPicture(state: EditorState, position: number, photo: Photo): TransactionSpec {
  const markdown = writePicture({ photoId: photo.id, alt: photo.alt, caption: photo.caption })
  const { start, ...changes } = blockInsertion(state, { from: position, to: position }, markdown)
  // Typing goes on below the picture: on the line that is there, or on a new one.
  const insert = changes.to === state.doc.length ? `${changes.insert}\n\n` : changes.insert
  const anchor = Math.max(changes.from + insert.length, start)
  return { changes: { ...changes, insert }, selection: { anchor }, scrollIntoView: true, userEvent: 'input.drop' }
}

/** The bytes of a picture; `null` if there are too many or they cannot be read. The reason has then been shown. */
async function read(file: File, host: EditorHost): Promise<Uint8Array<ArrayBuffer> | null> {
  if (file.size > MAX_PICTURE_BYTES) {
    host.showFailure(fail('photo.too-large', { ...shownName(fileName(file)), limit: MAX_PICTURE_MB }).error)
    return null
  }
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    host.showFailure(fail('editor.picture-unreadable', { name: fileName(file) }).error)
    return null
  }
}
