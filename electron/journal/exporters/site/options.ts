import type { ExportOptions } from '../../../shared/export-options.ts'
import { message } from '../../../shared/messages/message.ts'

/** The folder of a site that posts are in, which is also their section. */
export const contentFolder = <const F extends string>(initial: F) =>
  ({
    kind: 'text',
    label: message('export.option.content-folder'),
    description: message('export.option.content-folder.description'),
    maxLength: 100,
    // Nested names that every disk and web server accepts.
    pattern: '[A-Za-z0-9_][A-Za-z0-9_-]*(?:/[A-Za-z0-9_][A-Za-z0-9_-]*)*',
    initial,
  }) as const satisfies ExportOptions[string]

/** Whether the site does not show the post yet. */
export const draft = {
  kind: 'switch',
  label: message('export.option.draft'),
  description: message('export.option.draft.description'),
  initial: false,
} as const satisfies ExportOptions[string]
