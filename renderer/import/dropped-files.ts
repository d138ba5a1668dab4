import type { DropItem } from 'react-aria-components'
import type { ChosenFile } from './upload.ts'

/** Maximum number of dropped files. Without it, a whole home folder could be read by accident. */
const MAX_DROPPED = 20_000

/** Reads all dropped files; those in folders have their path in the name. */
export async function fromDrop(items: Iterable<DropItem>): Promise<ChosenFile[]> {
  const files: ChosenFile[] = []
  const gather = async (item: DropItem, folder: string): Promise<void> => {
    if (files.length > MAX_DROPPED) return
    switch (item.kind) {
      case 'file':
        files.push({ name: folder + item.name, file: await item.getFile() })
        return
      case 'directory':
        for await (const entry of item.getEntries()) await gather(entry, `${folder}${item.name}/`)
        return
      case 'text':
        return
    }
  }
  for (const item of items) await gather(item, '')
  return files
}
