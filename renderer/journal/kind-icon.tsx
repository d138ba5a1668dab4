import { type LucideIcon, NotebookPen, Presentation, UserRound } from 'lucide-react'
import type { EntryKind } from '../../electron/shared/trip.ts'

const icons: Record<EntryKind, LucideIcon> = { talk: Presentation, note: NotebookPen, encounter: UserRound }

/** Tells the kinds of entries apart at a glance; the name of the kind stands beside it, or is read out. */
export function KindIcon({ kind }: { kind: EntryKind }) {
  const Icon = icons[kind]
  return <Icon aria-hidden />
}
