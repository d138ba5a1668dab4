import type { ExportOptions } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'

/** Whether the post is public once it is imported. Nothing becomes public unless somebody asked for it. */
export const publishOption = {
  publish: {
    kind: 'switch',
    label: message('export.option.publish'),
    description: message('export.option.publish.description'),
    initial: false,
  },
} as const satisfies ExportOptions

/** Where the pictures will be on the web, for systems that take pictures only from there. */
export const pictureAddressOption = {
  'picture-address': {
    kind: 'text',
    label: message('export.option.picture-address'),
    description: message('export.option.picture-address.description'),
    maxLength: 500,
    // An address that can be put before the name of a file.
    pattern: String.raw`(?:https?://[A-Za-z0-9.\-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~%\-]*)*)?`,
    initial: '',
  },
} as const satisfies ExportOptions
