import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { zolaOptions } from './options.ts'

/** A page for Zola, with its pictures beside it. */
export const zola = defineExporter({
  id: 'zola',
  group: 'sites',
  name: message('export.target.zola.name'),
  description: message('export.target.zola.description'),
  makes: 'site',
  options: zolaOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-zola.ts')).zolaWriter,
})
