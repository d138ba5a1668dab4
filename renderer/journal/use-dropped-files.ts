import { useEffect, type RefObject } from 'react'
import type { PlainKey } from '../../electron/shared/messages/message.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { looksLikePicture } from '../../electron/shared/pictures.ts'
import type { MarkdownEditorHandle } from '../editor/markdown-editor.tsx'
import { useApp } from '../state/app-state.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Why the files cannot go into a text; `null` if they can. */
function findProblem(files: readonly File[], editor: MarkdownEditorHandle | null): PlainKey | null {
  if (!files.every(looksLikePicture)) return 'failure.editor.only-pictures'
  return editor ? null : 'journal.pictures-need-entry'
}

/**
 * Puts files that are dropped beside the text into it all the same. By default a browser would go to the file, and away
 * from what is being written.
 */
export function useDroppedFiles(editor: RefObject<MarkdownEditorHandle | null>): void {
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      // A dialog that accepts files has handled them by now; other dialogs do not accept any.
      if (useApp.getState().dialog !== null) return
      const files = [...(event.dataTransfer?.files ?? [])]
      const problem = findProblem(files, editor.current)
      if (problem === null) editor.current?.addPictures(files)
      else useApp.getState().notify(t(problem))
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [editor])
}
