import { type LucideIcon, NotebookPen, Presentation, UserRound } from 'lucide-react'
import type { EntryKind } from '../../electron/shared/trip.ts'

export const kindIcons: Record<EntryKind, LucideIcon> = { talk: Presentation, note: NotebookPen, encounter: UserRound }

/** Distinguishes the kinds of entries at a glance; the name of the kind is shown beside it or read out. */
export function KindIcon({ kind }: { kind: EntryKind }) {
  const Icon = kindIcons[kind]
  return <Icon aria-hidden />
}
