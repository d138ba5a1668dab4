import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { pdfOptions } from './options.ts'

/** Pages to print, to send or to hand in. The writer makes a page for a browser, which the shell prints. */
export const pdfDocument = defineExporter({
  id: 'pdf',
  group: 'documents',
  name: message('export.target.pdf.name'),
  description: message('export.target.pdf.description'),
  makes: 'document',
  isPrinted: true,
  options: pdfOptions,
  shows: { tripPictures: true, webPictures: false },
  load: async () => (await import('./write-pages.ts')).pdfWriter,
})
