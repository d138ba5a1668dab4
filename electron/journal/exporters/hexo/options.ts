import type { ExportOptions } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'
import { draft } from '../site/options.ts'

export const hexoOptions = {
  draft,
  pictures: {
    kind: 'choice',
    label: message('export.option.hexo-pictures'),
    description: message('export.option.hexo-pictures.description'),
    choices: [
      { value: 'images', label: message('export.option.hexo-pictures.images') },
      { value: 'post', label: message('export.option.hexo-pictures.post') },
    ],
    initial: 'images',
  },
} as const satisfies ExportOptions
