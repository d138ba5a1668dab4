import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { docusaurusOptions } from './options.ts'

/** A blog post for Docusaurus, with its pictures beside it. */
export const docusaurus = defineExporter({
  id: 'docusaurus',
  group: 'sites',
  name: message('export.target.docusaurus.name'),
  description: message('export.target.docusaurus.description'),
  makes: 'site',
  options: docusaurusOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-docusaurus.ts')).docusaurusWriter,
})
