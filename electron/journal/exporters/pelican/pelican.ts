import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { pelicanOptions } from './options.ts'

/** An article for Pelican, with plain metadata above it. */
export const pelican = defineExporter({
  id: 'pelican',
  group: 'sites',
  name: message('export.target.pelican.name'),
  description: message('export.target.pelican.description'),
  makes: 'site',
  options: pelicanOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-pelican.ts')).pelicanWriter,
})
