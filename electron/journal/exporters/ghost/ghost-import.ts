import { message } from '../../../shared/messages/message.ts'
import { defineExporter, publishingPictures } from '../exporter.ts'
import { limits } from './limits.ts'
import { ghostOptions } from './options.ts'

/** A zip for Ghost's importer: the post and its pictures. */
export const ghostImport = defineExporter({
  id: 'ghost',
  name: message('export.target.ghost.name'),
  description: message('export.target.ghost.description'),
  makes: 'document',
  group: 'publishing',
  options: ghostOptions,
  pictures: publishingPictures,
  demands: { longestTitle: limits.title, longestDescription: limits.excerpt },
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-ghost.ts')).ghostWriter,
})
