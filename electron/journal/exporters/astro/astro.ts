import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { astroOptions } from './options.ts'

/** An entry of a content collection for Astro, with its pictures beside it. */
export const astro = defineExporter({
  id: 'astro',
  group: 'sites',
  name: message('export.target.astro.name'),
  description: message('export.target.astro.description'),
  makes: 'site',
  options: astroOptions,
  // The schema of the starter for blogs, which a build checks.
  demands: { needsDescription: true },
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-astro.ts')).astroWriter,
})
