import { z } from 'zod'

export const themes = ['system', 'light', 'dark', 'venue'] as const

export const settingsSchema = z.strictObject({
  /** The library's folder, absolute; `null`: `Lanyard` in the user's documents. */
  library: z.string().nullable(),
  /** Where exports are written, absolute; `null`: `Lanyard exports` in the user's documents. */
  exports: z.string().nullable(),
  /** Where the library is copied to, absolute; `null`: nowhere. Earlier versions did not know it. */
  backup: z.string().nullable().default(null),
  /** Whether what other computers wrote into a copy of a trip is merged into it without a question. */
  mergeCopies: z.boolean().default(true),
  theme: z.enum(themes),
  /** Goes into the authors of new trips. */
  authorName: z.string().max(1000),
})

export type Settings = z.infer<typeof settingsSchema>
export type Theme = (typeof themes)[number]

export const defaultSettings: Settings = {
  library: null,
  exports: null,
  backup: null,
  mergeCopies: true,
  theme: 'system',
  authorName: '',
}

/** What the page may change. Folders are not among it: they come from a dialog of the shell. */
export const settingsChangesSchema = settingsSchema.pick({ theme: true, authorName: true, mergeCopies: true }).partial()
