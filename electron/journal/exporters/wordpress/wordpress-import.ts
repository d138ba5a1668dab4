import { message } from '../../../shared/messages/message.ts'
import { defineExporter, publishingPictures } from '../exporter.ts'
import { wordpressOptions } from './options.ts'

/** A file for the importer of WordPress, with the text as blocks, and the pictures beside it. */
export const wordpressImport = defineExporter({
  id: 'wordpress',
  name: message('export.target.wordpress.name'),
  description: message('export.target.wordpress.description'),
  makes: 'folder',
  group: 'publishing',
  options: wordpressOptions,
  pictures: publishingPictures,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-wxr.ts')).wxrWriter,
})
