import type { ConflictChoice, ConflictSide, SiteConflict } from '../../electron/shared/destinations.ts'
import type { SiteOutcome } from '../../electron/shared/contract/exports.ts'

/** The conflicts of a proposal, and what the user has chosen so far. */
export interface Decisions {
  proposal: string
  conflicts: readonly SiteConflict[]
  /** By the conflict's id. What is missing is still open. */
  sides: Readonly<Record<string, ConflictSide>>
  /** Why the conflicts are shown again; `null` the first time. */
  again: 'outdated' | 'keys' | null
}

type Proposal = Extract<SiteOutcome, { kind: 'conflicts' }>

/**
 * Begins to decide, or continues after the conflicts have changed.
 *
 * @param earlier what was decided before; `null` at the beginning
 */
export function beginDecisions({ proposal, conflicts, isOutdated }: Proposal, earlier: Decisions | null): Decisions {
  const known = Object.entries(earlier?.sides ?? {}).filter(([id]) => conflicts.some((conflict) => conflict.id === id))
  // All of them had been decided, so this is about other ones.
  const again = earlier === null ? null : isOutdated ? 'outdated' : 'keys'
  return { proposal, conflicts, sides: Object.fromEntries(known), again }
}

/** Chooses a side for one conflict, or for all if no id is given. */
export function decide(decisions: Decisions, side: ConflictSide, id: string | null): Decisions {
  const ids = id === null ? decisions.conflicts.map((conflict) => conflict.id) : [id]
  return { ...decisions, sides: { ...decisions.sides, ...Object.fromEntries(ids.map((one) => [one, side])) } }
}

/** The number of conflicts that are still open. */
export function countOpen({ conflicts, sides }: Decisions): number {
  return conflicts.filter(({ id }) => sides[id] === undefined).length
}

export function choiceOf({ proposal, sides }: Decisions): ConflictChoice {
  return { proposal, sides }
}
