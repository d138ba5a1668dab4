import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { jekyllOptions } from './options.ts'

/** A post for Jekyll, with its pictures among the assets. */
export const jekyll = defineExporter({
  id: 'jekyll',
  group: 'sites',
  name: message('export.target.jekyll.name'),
  description: message('export.target.jekyll.description'),
  makes: 'site',
  options: jekyllOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-jekyll.ts')).jekyllWriter,
})
