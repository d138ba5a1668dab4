import { message } from '../../../shared/messages/message.ts'
import { defineExporter, documentPictures } from '../exporter.ts'
import { hashnodeOptions } from './options.ts'

/** A Markdown file for a blog at Hashnode that publishes what is in a GitHub repository. */
export const hashnodeArticle = defineExporter({
  id: 'hashnode',
  name: message('export.target.hashnode.name'),
  description: message('export.target.hashnode.description'),
  makes: 'folder',
  group: 'publishing',
  options: hashnodeOptions,
  pictures: documentPictures,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-hashnode.ts')).hashnodeWriter,
})
