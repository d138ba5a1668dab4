import { message } from '../../../shared/messages/message.ts'
import { defineExporter, documentPictures } from '../exporter.ts'
import { bloggerOptions } from './options.ts'

/** An Atom feed for the importer of Blogger, with the pictures inside it or at an address on the web. */
export const bloggerFeed = defineExporter({
  id: 'blogger',
  name: message('export.target.blogger.name'),
  description: message('export.target.blogger.description'),
  makes: 'file',
  group: 'publishing',
  options: bloggerOptions,
  pictures: documentPictures,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-feed.ts')).feedWriter,
})
