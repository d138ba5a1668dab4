import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { vitepressOptions } from './options.ts'

/** A page for VitePress, with its pictures beside it. */
export const vitepress = defineExporter({
  id: 'vitepress',
  group: 'sites',
  name: message('export.target.vitepress.name'),
  description: message('export.target.vitepress.description'),
  makes: 'site',
  options: vitepressOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-vitepress.ts')).vitepressWriter,
})
