import type { ExportOption } from '../../shared/export-options.ts'
import { message } from '../../shared/messages/message.ts'

/** The option of targets that have pages. */
export const paperOption = {
  kind: 'choice',
  label: message('export.option.paper'),
  description: message('export.option.paper.description'),
  choices: [
    { value: 'a4', label: message('export.option.paper.a4') },
    { value: 'letter', label: message('export.option.paper.letter') },
  ],
  initial: 'a4',
} as const satisfies ExportOption

export type Paper = (typeof paperOption)['choices'][number]['value']

/** In millimetres. */
export const paperSizes: Readonly<Record<Paper, { width: number; height: number }>> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
}
