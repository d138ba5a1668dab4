import type { ProgrammeChange } from '../../shared/contract/programme.ts'
import { type ChangeKind, changeKinds, type Session } from '../../shared/programme.ts'
import { compareInstants } from '../../shared/time.ts'
import { isSame } from '../trip-file/sides.ts'

/** How a session differs from what it was before, in the order of importance. */
export function kindsOfChange(before: Session, after: Session): ChangeKind[] {
  const checks: Partial<Record<ChangeKind, boolean>> = {
    cancelled: !before.isCancelled && after.isCancelled,
    restored: (before.isCancelled && !after.isCancelled) || (before.isDropped && !after.isDropped),
    moved:
      !isSameMoment(before.start, after.start) ||
      !isSameMoment(before.end, after.end) ||
      before.day !== after.day ||
      before.room !== after.room,
    retitled: before.title !== after.title,
    speakers: !isSame(namesOf(before), namesOf(after)),
    rewritten: !isSame(detailsOf(before), detailsOf(after)),
  }
  return changeKinds.filter((kind) => checks[kind] === true)
}

function isSameMoment(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : compareInstants(one, other) === 0
}

function namesOf({ speakers }: Session): string[] {
  return speakers.map(({ name }) => name).toSorted()
}

/** What rarely matters to somebody who wants to go there. */
function detailsOf({ subtitle, type, track, language, abstract, links, feedbackUrl }: Session) {
  return { subtitle, type, track, language, abstract, links, feedbackUrl }
}

/** What concerns the owner first; then what matters most; then by time. */
export function sortChanges(changes: readonly ProgrammeChange[]): ProgrammeChange[] {
  return changes.toSorted(
    (one, other) =>
      Number(other.isYours) - Number(one.isYours) ||
      order.indexOf(one.kind) - order.indexOf(other.kind) ||
      compareStarts(startOf(one), startOf(other)),
  )
}

const order: readonly ChangeKind[] = [
  'dropped',
  'cancelled',
  'moved',
  'retitled',
  'speakers',
  'restored',
  'added',
  'rewritten',
]

function startOf({ before, after }: ProgrammeChange): string | null {
  return (after ?? before)?.start ?? null
}

function compareStarts(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return compareInstants(one, other)
}
