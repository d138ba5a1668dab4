import type { ExportOptions } from '../../../shared/export-options.ts'
import { draft } from '../site/options.ts'

export const jekyllOptions = {
  draft,
} as const satisfies ExportOptions
