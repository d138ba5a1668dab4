import { message } from '../../../shared/messages/message.ts'
import { defineExporter, documentPictures } from '../exporter.ts'
import { devtoOptions } from './options.ts'

/** A Markdown file for the editor of dev.to and other Forem communities. */
export const devtoArticle = defineExporter({
  id: 'devto',
  name: message('export.target.devto.name'),
  description: message('export.target.devto.description'),
  makes: 'folder',
  group: 'publishing',
  options: devtoOptions,
  // https://github.com/forem/forem/blob/main/app/models/article.rb
  demands: { longestTitle: 128 },
  pictures: documentPictures,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-devto.ts')).devtoWriter,
})
