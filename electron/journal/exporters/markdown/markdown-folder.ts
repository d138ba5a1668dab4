import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { markdownOptions } from './options.ts'

/** A folder for static site generators: the text with YAML front matter, and the pictures. */
export const markdownFolder = defineExporter({
  id: 'markdown',
  group: 'files',
  name: message('export.target.markdown.name'),
  description: message('export.target.markdown.description'),
  makes: 'folder',
  options: markdownOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-folder.ts')).folderWriter,
})
