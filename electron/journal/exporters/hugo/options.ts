import type { ExportOptions } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'
import { contentFolder, draft } from '../site/options.ts'

export const hugoOptions = {
  'content-folder': contentFolder('content/posts'),
  draft,
  'front-matter': {
    kind: 'choice',
    label: message('export.option.front-matter-format'),
    description: message('export.option.front-matter-format.description'),
    choices: [
      { value: 'yaml', label: message('export.option.front-matter-format.yaml') },
      { value: 'toml', label: message('export.option.front-matter-format.toml') },
    ],
    initial: 'yaml',
  },
  cover: {
    kind: 'choice',
    label: message('export.option.cover-key'),
    description: message('export.option.cover-key.description'),
    choices: [
      { value: 'image', label: message('export.option.cover-key.image') },
      { value: 'images', label: message('export.option.cover-key.images') },
      { value: 'cover', label: message('export.option.cover-key.cover') },
    ],
    initial: 'image',
  },
  shortcodes: {
    kind: 'choice',
    label: message('export.option.shortcodes'),
    description: message('export.option.shortcodes.description', { shortcode: '{{< … >}}' }),
    choices: [
      { value: 'run', label: message('export.option.shortcodes.run') },
      { value: 'show', label: message('export.option.shortcodes.show') },
    ],
    initial: 'run',
  },
} as const satisfies ExportOptions
