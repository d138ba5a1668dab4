import type { ExportOptions } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'
import { pictureAddressOption, publishOption } from '../publishing/options.ts'

export const hashnodeOptions = {
  domain: {
    kind: 'text',
    label: message('export.option.domain'),
    description: message('export.option.domain.description'),
    maxLength: 253,
    pattern: String.raw`(?:[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)?`,
    initial: '',
  },
  ...publishOption,
  ...pictureAddressOption,
} as const satisfies ExportOptions
