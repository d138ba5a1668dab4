import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { markdownOptions } from './options.ts'

/** A folder as static site generators take it: the text with its YAML front matter, and the pictures with it. */
export const markdownFolder = defineExporter({
  id: 'markdown',
  name: message('export.target.markdown.name'),
  description: message('export.target.markdown.description'),
  makes: 'folder',
  options: markdownOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-folder.ts')).folderWriter,
})
