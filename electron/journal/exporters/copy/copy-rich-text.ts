import { message } from '../../../shared/messages/message.ts'
import { defineExporter, documentPictures } from '../exporter.ts'

/** Formatted text for mails, documents and the visual editors of blogs. */
export const copyRichText = defineExporter({
  id: 'copy-rich-text',
  group: 'clipboard',
  name: message('export.target.copy-rich-text.name'),
  description: message('export.target.copy-rich-text.description'),
  makes: 'clipboard',
  options: {},
  // Programs would load pictures from the web when the text is pasted.
  pictures: documentPictures,
  shows: { tripPictures: true, webPictures: false },
  load: async () => (await import('./write-rich-text.ts')).richTextWriter,
})
