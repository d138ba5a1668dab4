import type { Merged } from '../trip-file/sides.ts'

/** Gathers what both sides changed, while a thing is merged field by field. */
export interface Clashes<Lost> {
  readonly lost: Lost[]
  /** @param lost what is to be known of the older side's value where it is not in the result */
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
