import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'

/** The post itself, for programs: its details, its tree and its pictures. The format is in `docs/post-format.md`. */
export const postJson = defineExporter({
  id: 'json',
  group: 'documents',
  name: message('export.target.json.name'),
  description: message('export.target.json.description'),
  makes: 'folder',
  options: {},
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-json.ts')).jsonWriter,
})
