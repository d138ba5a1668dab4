import type { ExportOptions } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'

export const markdownOptions = {
  'front-matter': {
    kind: 'switch',
    label: message('export.option.front-matter'),
    description: message('export.option.front-matter.description'),
    initial: true,
  },
  'picture-folder': {
    kind: 'text',
    label: message('export.option.picture-folder'),
    description: message('export.option.picture-folder.description'),
    maxLength: 100,
    // Nested names that every disk and web server accepts.
    pattern: '(?:[A-Za-z0-9_][A-Za-z0-9_-]*(?:/[A-Za-z0-9_][A-Za-z0-9_-]*)*)?',
    initial: '',
  },
} as const satisfies ExportOptions
