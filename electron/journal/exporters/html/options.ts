import type { ExportOptions } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'

export const htmlOptions = {
  pictures: {
    kind: 'choice',
    label: message('export.option.html-pictures'),
    description: message('export.option.html-pictures.description'),
    choices: [
      { value: 'inside', label: message('export.option.html-pictures.inside') },
      { value: 'beside', label: message('export.option.html-pictures.beside') },
    ],
    initial: 'inside',
  },
} as const satisfies ExportOptions
