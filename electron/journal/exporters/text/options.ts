import type { ExportOptions } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'

export const textOptions = {
  width: {
    kind: 'number',
    label: message('export.option.line-width'),
    description: message('export.option.line-width.description'),
    min: 0,
    max: 200,
    initial: 0,
  },
} as const satisfies ExportOptions
