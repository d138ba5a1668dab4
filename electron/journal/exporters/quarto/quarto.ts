import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { quartoOptions } from './options.ts'

/** A post for a blog made with Quarto, with its pictures beside it. */
export const quarto = defineExporter({
  id: 'quarto',
  group: 'sites',
  name: message('export.target.quarto.name'),
  description: message('export.target.quarto.description'),
  makes: 'site',
  options: quartoOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-quarto.ts')).quartoWriter,
})
