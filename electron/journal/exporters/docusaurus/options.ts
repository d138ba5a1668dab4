import type { ExportOptions } from '../../../shared/export-options.ts'
import { contentFolder, draft } from '../site/options.ts'

export const docusaurusOptions = {
  'content-folder': contentFolder('blog'),
  draft,
} as const satisfies ExportOptions
