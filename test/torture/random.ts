/** Repeatable random numbers: the same seed gives the same numbers. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number from 0 up to but not including the limit. */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
  /** True with this probability, from 0 to 1. */
  chance(part: number): boolean
}

/** Mulberry32: small, and good enough to choose what to break. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick(list) {
      const item = list[below(list.length)]
      if (item === undefined) throw new Error('There is nothing to pick from.')
      return item
    },
    chance: (part) => next() < part,
  }
}
