import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { mkdocsOptions } from './options.ts'

/** A post for the blog of MkDocs Material, with its pictures beside it. */
export const mkdocs = defineExporter({
  id: 'mkdocs',
  group: 'sites',
  name: message('export.target.mkdocs.name'),
  description: message('export.target.mkdocs.description'),
  makes: 'site',
  options: mkdocsOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-mkdocs.ts')).mkdocsWriter,
})
