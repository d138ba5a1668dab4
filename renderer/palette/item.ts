import type { LucideIcon } from 'lucide-react'
import type { Chord } from '../../electron/shared/chord.ts'

/** Something that the palette finds. */
export interface PaletteItem {
  /** Identifies it among all items, also the next time the palette is open. */
  id: string
  label: string
  /** A quiet note that tells it apart: where, when, or what it is. Words in it are found as well. */
  detail: string
  icon: LucideIcon | null
  keys?: Chord | undefined
  /** When it was last changed, ISO 8601; empty if that means nothing. */
  changedAt: string
  run: () => void | Promise<void>
}
