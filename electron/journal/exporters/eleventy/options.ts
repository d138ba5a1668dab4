import type { ExportOptions } from '../../../shared/export-options.ts'
import { contentFolder, draft } from '../site/options.ts'

export const eleventyOptions = {
  'content-folder': contentFolder('posts'),
  draft,
} as const satisfies ExportOptions
