import type { ConflictChoice, ConflictSide, SiteConflict } from '../../../shared/destinations.ts'
import { encodeText } from '../exporter.ts'
import { compareTexts } from '../../history/compare-texts.ts'
import { hashOf } from '../hash-of.ts'

/** Conflicts that are found while something is merged, each with the side that was chosen for it. */
export interface CollectedConflicts {
  /** In the order in which they were found. */
  conflicts: SiteConflict[]
  /**
   * Adds a conflict.
   *
   * @returns the side to continue with: ours as long as nothing was chosen
   */
  add(conflict: FoundConflict): ConflictSide
  /** Adds a conflict about a file that is no text. */
  addFile(path: string, files: Readonly<Record<ConflictSide, Uint8Array>>): ConflictSide
}

export interface FoundConflict extends Omit<SiteConflict, 'id' | 'words' | 'sizes'> {
  /** What the sides are, if they are no texts. */
  files?: Readonly<Record<ConflictSide, Uint8Array>>
}

/** Begins a list of conflicts. The choice decides about each one that is added. */
export function collectConflicts(choice: ConflictChoice): CollectedConflicts {
  const conflicts: SiteConflict[] = []
  const known = new Map<string, number>()
  const collected: CollectedConflicts = {
    conflicts,
    add({ files, ...conflict }) {
      const { kind, name, base, theirs, ours } = conflict
      const contents = files ? [hashOf(files.theirs), hashOf(files.ours)] : []
      const hash = shortHash([kind, name, base, theirs, ours, ...contents])
      // The same paragraph can be there twice.
      const count = (known.get(hash) ?? 0) + 1
      known.set(hash, count)
      const id = count === 1 ? hash : `${hash}-${count}`
      const words = files ? [] : compareTexts(theirs, ours)
      const sizes = files ? { theirs: files.theirs.byteLength, ours: files.ours.byteLength } : null
      conflicts.push({ id, ...conflict, words, sizes })
      return sideFor(id, choice) ?? 'ours'
    },
    addFile: (path, files) => collected.add({ kind: 'file', name: path, base: '', theirs: '', ours: '', files }),
  }
  return collected
}

/** The side that was chosen for a conflict; `null` if none was. */
export function sideFor(id: string, choice: ConflictChoice): ConflictSide | null {
  if (typeof choice === 'string') return choice === 'ask' ? null : choice
  return Object.hasOwn(choice.sides, id) ? (choice.sides[id] ?? null) : null
}

/** Whether a side was chosen for this conflict, and not only one side for all of them. */
export function isDecidedAlone({ id }: SiteConflict, choice: ConflictChoice): boolean {
  return typeof choice !== 'string' && Object.hasOwn(choice.sides, id)
}

/** Identifies a list of texts. 64 bits are enough for the conflicts of a post. */
export function shortHash(parts: readonly string[]): string {
  return hashOf(encodeText(JSON.stringify(parts))).slice(0, 16)
}
