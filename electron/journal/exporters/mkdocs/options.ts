import type { ExportOptions } from '../../../shared/export-options.ts'
import { contentFolder, draft } from '../site/options.ts'

export const mkdocsOptions = {
  'content-folder': contentFolder('docs/blog/posts'),
  draft,
} as const satisfies ExportOptions
