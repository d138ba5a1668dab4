import type { ExportOptions } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'

/** One address without a name, or nothing. It cannot contain a line break, which could begin another header. */
const address = {
  kind: 'text',
  maxLength: 254,
  pattern: String.raw`(?:[A-Za-z0-9.!#$%&'*+/=?^_\x60{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)?`,
  initial: '',
} as const

export const mailOptions = {
  to: {
    ...address,
    label: message('export.option.mail-to'),
    description: message('export.option.mail-to.description'),
  },
  from: {
    ...address,
    label: message('export.option.mail-from'),
    description: message('export.option.mail-from.description'),
  },
} as const satisfies ExportOptions
