import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { textOptions } from './options.ts'

/** Plain text for mails, forms and everything else without markup. */
export const plainText = defineExporter({
  id: 'text',
  group: 'files',
  name: message('export.target.text.name'),
  description: message('export.target.text.description'),
  makes: 'file',
  options: textOptions,
  // The text says where each picture belongs, with its caption and its file's name.
  shows: { tripPictures: false, webPictures: false },
  load: async () => (await import('./write-text.ts')).textWriter,
})
