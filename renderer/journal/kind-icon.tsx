import { NotebookPen, Presentation, UserRound } from 'lucide-react'
import { assertNever } from '../../electron/shared/result.ts'
import type { EntryKind } from '../../electron/shared/trip.ts'

export const kindNames: Record<EntryKind, string> = { talk: 'Talk', note: 'Note', encounter: 'Person' }

/** Tells the kinds of entries apart at a glance; their name stands beside it, or is read out. */
export function KindIcon({ kind }: { kind: EntryKind }) {
  switch (kind) {
    case 'talk':
      return <Presentation aria-hidden />
    case 'note':
      return <NotebookPen aria-hidden />
    case 'encounter':
      return <UserRound aria-hidden />
    default:
      return assertNever(kind)
  }
}
