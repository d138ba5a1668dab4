import { z } from 'zod'
import { globalKeysPattern } from './chord.ts'
import { destinationSchema, MAX_DESTINATIONS } from './destinations.ts'

export const themes = ['system', 'light', 'dark', 'venue'] as const

export const libraryViews = ['auto', 'cards', 'list'] as const

export const settingsSchema = z.strictObject({
  /** The library's folder, absolute; `null` for `Lanyard` in the user's documents. */
  library: z.string().nullable(),
  /** The folder for exports, absolute; `null` for `Lanyard exports` in the user's documents. */
  exports: z.string().nullable(),
  /** The folder for backups, absolute; `null` for none. Earlier versions did not have this setting. */
  backup: z.string().nullable().default(null),
  /** Whether changes from another computer's copy of a trip are merged without asking. */
  mergeCopies: z.boolean().default(true),
  theme: z.enum(themes),
  /** How the library shows its trips; `auto`: as cards, or as a list if there are many. */
  libraryView: z.enum(libraryViews).default('auto'),
  /** The author of new trips. */
  authorName: z.string().max(1000),
  /** The keys that open the window for capturing from any program; `null` for none. */
  captureKeys: z.string().regex(globalKeysPattern, 'not keys').nullable().default(null),
  /** The sites that reports are exported to. They are in the settings because other computers have other folders. */
  destinations: z.array(destinationSchema).max(MAX_DESTINATIONS).default([]),
})

export type Settings = z.infer<typeof settingsSchema>
export type Theme = (typeof themes)[number]

export const defaultSettings: Settings = {
  library: null,
  exports: null,
  backup: null,
  mergeCopies: true,
  theme: 'system',
  libraryView: 'auto',
  authorName: '',
  captureKeys: null,
  destinations: [],
}

/** The settings that the page may change. Folders are not among them: they come from a dialog of the shell. */
export const settingsChangesSchema = settingsSchema
  .pick({ theme: true, authorName: true, mergeCopies: true, libraryView: true })
  .partial()
