import { message } from '../../../shared/messages/message.ts'
import { defineExporter, documentPictures } from '../exporter.ts'
import { mailOptions } from './options.ts'

/** A mail that is not sent yet: a file that mail programs open as a draft. */
export const mailDraft = defineExporter({
  id: 'eml',
  group: 'documents',
  name: message('export.target.eml.name'),
  description: message('export.target.eml.description'),
  makes: 'document',
  options: mailOptions,
  // Nothing is loaded from the web when the mail is opened, so that reading it cannot be tracked.
  shows: { tripPictures: true, webPictures: false },
  pictures: documentPictures,
  load: async () => (await import('./write-mail.ts')).mailWriter,
})
