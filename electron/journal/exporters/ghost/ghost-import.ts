import { message } from '../../../shared/messages/message.ts'
import { defineExporter, publishingPictures } from '../exporter.ts'
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
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-ghost.ts')).ghostWriter,
})
