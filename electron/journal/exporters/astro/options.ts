import type { ExportOptions } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'
import { contentFolder, draft } from '../site/options.ts'

export const astroOptions = {
  'content-folder': contentFolder('src/content/blog'),
  draft,
  schema: {
    kind: 'choice',
    label: message('export.option.astro-schema'),
    description: message('export.option.astro-schema.description'),
    choices: [
      { value: 'starter', label: message('export.option.astro-schema.starter') },
      { value: 'astropaper', label: message('export.option.astro-schema.astropaper') },
    ],
    initial: 'starter',
  },
} as const satisfies ExportOptions
