import { message } from '../../../shared/messages/message.ts'
import { defineExporter, webPictures } from '../exporter.ts'
import { htmlOptions } from './options.ts'

/** Enough for a phone, in pixels. */
const COPY_WIDTH = 800

/**
 * A page to send or to keep: includes its style and pictures, loads nothing, supports light and dark mode and printing.
 */
export const htmlPage = defineExporter({
  id: 'html',
  group: 'files',
  name: message('export.target.html.name'),
  description: message('export.target.html.description'),
  makes: 'file',
  options: htmlOptions,
  // Nothing is loaded from the web when the page is opened, so that reading it cannot be tracked.
  // In one file, smaller copies would only make it larger.
  pictures: ({ pictures }) => ({ ...webPictures, copyWidths: pictures === 'beside' ? [COPY_WIDTH] : [] }),
  shows: { tripPictures: true, webPictures: false },
  load: async () => (await import('./write-page.ts')).pageWriter,
})
