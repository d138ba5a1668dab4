import { useApp } from './app-state.ts'

/** A file with its relative path. */
interface DroppedFile {
  name: string
  file: File
}

/** Maximum number of dropped files. Without it, a whole home folder could be read by accident. */
const MAX_DROPPED = 20_000

let waiting: readonly DroppedFile[] = []

/** Opens the import with files or folders that were dropped onto the window. */
export async function importDropped(items: readonly DataTransferItem[]): Promise<void> {
  // A drop's items can be asked only while it is handled.
  const entries = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const files: DroppedFile[] = []
  for (const { entry, file } of entries) {
    if (entry?.isDirectory) await gather(entry, '', files)
    else if (file !== null) files.push({ name: file.name, file })
  }
  waiting = files
  useApp.getState().openDialog('import')
}

/** The files that were dropped, once. */
export function takeDropped(): readonly DroppedFile[] {
  const taken = waiting
  waiting = []
  return taken
}

async function gather(entry: FileSystemEntry, folder: string, files: DroppedFile[]): Promise<void> {
  if (files.length > MAX_DROPPED) return
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    files.push({ name: `${folder}${entry.name}`, file })
  } else if (entry instanceof FileSystemDirectoryEntry) {
    const reader = entry.createReader()
    for (;;) {
      // Each call returns the next hundred or so.
      const inside = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
      if (inside.length === 0) return
      for (const one of inside) await gather(one, `${folder}${entry.name}/`, files)
    }
  }
}
