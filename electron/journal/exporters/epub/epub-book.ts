import { message } from '../../../shared/messages/message.ts'
import { defineExporter, documentPictures } from '../exporter.ts'

/** A book for e-readers and phones: EPUB 3, with a chapter for each section and a table of contents. */
export const epubBook = defineExporter({
  id: 'epub',
  group: 'documents',
  name: message('export.target.epub.name'),
  description: message('export.target.epub.description'),
  makes: 'document',
  options: {},
  // A book has all its pictures inside.
  shows: { tripPictures: true, webPictures: false },
  pictures: documentPictures,
  load: async () => (await import('./write-epub.ts')).epubWriter,
})
