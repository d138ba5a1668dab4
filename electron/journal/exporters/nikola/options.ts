import type { ExportOptions } from '../../../shared/export-options.ts'
import { draft } from '../site/options.ts'

export const nikolaOptions = {
  draft,
} as const satisfies ExportOptions
