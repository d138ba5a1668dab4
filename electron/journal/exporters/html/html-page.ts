import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { htmlOptions } from './options.ts'

/** A page to send or to keep: style and pictures inside, nothing fetched, light and dark, and on paper. */
export const htmlPage = defineExporter({
  id: 'html',
  name: message('export.target.html.name'),
  description: message('export.target.html.description'),
  makes: 'file',
  options: htmlOptions,
  // Nothing is fetched from the web when somebody opens the page, so that nobody learns who reads it.
  shows: { tripPictures: true, webPictures: false },
  load: async () => (await import('./write-page.ts')).pageWriter,
})
