import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'

/** The text for editors that take Markdown. */
export const copyMarkdown = defineExporter({
  id: 'copy-markdown',
  group: 'clipboard',
  name: message('export.target.copy-markdown.name'),
  description: message('export.target.copy-markdown.description'),
  makes: 'clipboard',
  options: {},
  // The text says where each picture belongs, with its caption and its file's name.
  shows: { tripPictures: false, webPictures: true },
  load: async () => (await import('./write-markdown.ts')).markdownWriter,
})
