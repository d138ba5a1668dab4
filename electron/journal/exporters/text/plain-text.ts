import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { textOptions } from './options.ts'

/** A text for mails, forms and everything else without mark-up. */
export const plainText = defineExporter({
  id: 'text',
  name: message('export.target.text.name'),
  description: message('export.target.text.description'),
  makes: 'file',
  options: textOptions,
  // It says where each picture stands, with its caption and its file's name.
  shows: { tripPictures: false, webPictures: false },
  load: async () => (await import('./write-text.ts')).textWriter,
})
