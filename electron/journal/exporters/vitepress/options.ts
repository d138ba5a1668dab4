import type { ExportOptions } from '../../../shared/export-options.ts'
import { contentFolder } from '../site/options.ts'

export const vitepressOptions = {
  'content-folder': contentFolder('posts'),
} as const satisfies ExportOptions
