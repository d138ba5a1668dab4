import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { nikolaOptions } from './options.ts'

/** A post for Nikola, with its metadata in a comment above it. */
export const nikola = defineExporter({
  id: 'nikola',
  group: 'sites',
  name: message('export.target.nikola.name'),
  description: message('export.target.nikola.description'),
  makes: 'site',
  options: nikolaOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-nikola.ts')).nikolaWriter,
})
