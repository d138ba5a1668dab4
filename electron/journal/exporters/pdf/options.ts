import type { ExportOptions } from '../../../shared/export-options.ts'
import { paperOption } from '../paper.ts'

export const pdfOptions = { paper: paperOption } as const satisfies ExportOptions
