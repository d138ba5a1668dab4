import { message } from '../../../shared/messages/message.ts'
import { defineExporter, documentPictures } from '../exporter.ts'
import { docxOptions } from './options.ts'

/** A document for word processors, with real styles, lists, footnotes and pictures, to go on writing in. */
export const docxDocument = defineExporter({
  id: 'docx',
  group: 'documents',
  name: message('export.target.docx.name'),
  description: message('export.target.docx.description'),
  makes: 'document',
  options: docxOptions,
  // Word loads pictures from the web without asking, so only the trip's are in the document.
  shows: { tripPictures: true, webPictures: false },
  pictures: documentPictures,
  load: async () => (await import('./write-docx.ts')).docxWriter,
})
