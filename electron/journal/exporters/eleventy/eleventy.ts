import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { eleventyOptions } from './options.ts'

/** A folder for Eleventy: the text with its pictures beside it. */
export const eleventy = defineExporter({
  id: 'eleventy',
  group: 'sites',
  name: message('export.target.eleventy.name'),
  description: message('export.target.eleventy.description'),
  makes: 'site',
  options: eleventyOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-eleventy.ts')).eleventyWriter,
})
