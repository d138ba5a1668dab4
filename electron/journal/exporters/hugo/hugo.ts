import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { hugoOptions } from './options.ts'

/** A leaf bundle for Hugo: the text with its pictures beside it. */
export const hugo = defineExporter({
  id: 'hugo',
  group: 'sites',
  name: message('export.target.hugo.name'),
  description: message('export.target.hugo.description'),
  makes: 'site',
  options: hugoOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-hugo.ts')).hugoWriter,
})
