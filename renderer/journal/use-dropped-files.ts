import { useEffect, type RefObject } from 'react'
import { looksLikePicture } from '../../electron/shared/pictures.ts'
import type { MarkdownEditorHandle } from '../editor/markdown-editor.tsx'
import { useApp } from '../state/app-state.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** What is missing for the files to go into a text, as a sentence; `null`: nothing. */
function whyNot(files: readonly File[], editor: MarkdownEditorHandle | null): string | null {
  if (!files.every(looksLikePicture)) return 'Only pictures can be put into the text. Use Import for Markdown files.'
  return editor ? null : 'Open an entry first: pictures stand in its text.'
}

/**
 * Files that are dropped beside the text go into it all the same. Left to themselves, a browser would go to the file, and
 * away from what is being written.
 */
export function useDroppedFiles(editor: RefObject<MarkdownEditorHandle | null>): void {
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      // A dialog that takes files has taken them by now; any other takes none.
      if (useApp.getState().dialog !== null) return
      const files = [...(event.dataTransfer?.files ?? [])]
      const problem = whyNot(files, editor.current)
      if (problem === null) editor.current?.addPictures(files)
      else useApp.getState().say(problem)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [editor])
}
