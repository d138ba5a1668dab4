import type { Merged } from '../trip-file/sides.ts'

/** Collects what both sides changed while something is merged field by field. */
export interface Clashes<Lost> {
  readonly lost: Lost[]
  /** @param lost identifies the older side's value if it is not in the result */
  readonly take: <T>(merged: Merged<T>, lost: Lost) => T
}

export function gatherClashes<Lost>(): Clashes<Lost> {
  const lost: Lost[] = []
  return {
    lost,
    take: (merged, what) => {
      if (merged.clash) lost.push(what)
      return merged.value
    },
  }
}
