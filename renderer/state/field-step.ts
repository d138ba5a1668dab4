import { changeLater } from './text-change.ts'
import type { Outcome, Step } from './undo-stack.ts'

export interface FieldStepParts<C extends object> extends Pick<Step, 'label' | 'show' | 'place'> {
  /** The values of the changed fields. */
  before: C
  after: C
  /** The current values of these fields; `null` if what they belonged to is gone. */
  now: () => C | null | Promise<C | null>
  apply: (changes: C, way: 'back' | 'again') => void | Promise<void>
}

/** Whether two values of a field are equal. Fields hold JSON. */
function isSameValue(a: unknown, b: unknown): boolean {
  // This is asked with each letter, also in texts of half a megabyte.
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return JSON.stringify(a) === JSON.stringify(b)
}

const keysOf = <C extends object>(changes: C) => Object.keys(changes) as (keyof C)[]

/** The fields of a state that some changes name. */
export function pickFields<C extends object>(state: C, changes: Partial<C>): C {
  return Object.fromEntries(keysOf(changes).map((key) => [key, state[key]])) as C
}

/** Whether a state has the values of some changes already. */
export function changesNothing<C extends object>(state: C, changes: Partial<C>): boolean {
  return keysOf(changes).every((key) => isSameValue(state[key], changes[key]))
}

/**
 * The changes that lead from one state to another although others have changed some of its fields since: texts can be
 * changed in different parts. Returns `null` if there is no way without undoing what the others did.
 */
function mergeInto<C extends object>(from: C, to: C, current: C): C | null {
  const changes: Partial<C> = {}
  for (const key of keysOf(to)) {
    const [was, wanted, is] = [from[key], to[key], current[key]]
    if (isSameValue(is, wanted)) continue
    if (isSameValue(is, was)) changes[key] = wanted
    else if (typeof was === 'string' && typeof wanted === 'string' && typeof is === 'string') {
      const merged = changeLater(was, wanted, is)
      if (merged === null) return null
      Object.assign(changes, { [key]: merged })
    } else return null
  }
  return changes as C
}

/** A step that changed some fields of one thing: an entry, a picture, the trip. */
export function fieldStep<C extends object>(parts: FieldStepParts<C>): Step {
  const { before, now, apply } = parts
  let { after } = parts

  async function walk(from: C, to: C, way: 'back' | 'again'): Promise<Outcome> {
    const current = await now()
    if (current === null) return 'overtaken'
    if (changesNothing<C>(current, to)) return 'idle'
    const changes = changesNothing<C>(current, from) ? to : mergeInto(from, to, current)
    if (changes === null) return 'overtaken'
    await apply(changes, way)
    return 'done'
  }

  return {
    label: parts.label,
    ...(parts.show !== undefined && { show: parts.show }),
    ...(parts.place !== undefined && { place: parts.place }),
    back: () => walk(after, before, 'back'),
    again: () => walk(before, after, 'again'),
    grow(typed) {
      after = pickFields<C>({ ...after, ...typed }, after)
      return !changesNothing<C>(before, after)
    },
  }
}
