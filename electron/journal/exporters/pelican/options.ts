import type { ExportOptions } from '../../../shared/export-options.ts'
import { draft } from '../site/options.ts'

export const pelicanOptions = {
  draft,
} as const satisfies ExportOptions
