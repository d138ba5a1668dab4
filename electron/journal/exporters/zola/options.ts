import type { ExportOptions } from '../../../shared/export-options.ts'
import { contentFolder, draft } from '../site/options.ts'

export const zolaOptions = {
  'content-folder': contentFolder('content/blog'),
  draft,
} as const satisfies ExportOptions
