import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { hexoOptions } from './options.ts'

/** A post for Hexo. */
export const hexo = defineExporter({
  id: 'hexo',
  group: 'sites',
  name: message('export.target.hexo.name'),
  description: message('export.target.hexo.description'),
  makes: 'site',
  options: hexoOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-hexo.ts')).hexoWriter,
})
