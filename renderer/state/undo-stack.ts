/** What became of an attempt to take a step back, or to do it again. */
export type Outcome =
  | 'done'
  /** There was nothing left to change: a text's own history has done it already. */
  | 'idle'
  /** It was refused for now, and the reason has been shown. */
  | 'refused'
  /** Others have changed the same thing since. */
  | 'overtaken'

/** The outcome of a step that is either done or refused. */
export const outcomeOf = (isDone: boolean): Outcome => (isDone ? 'done' : 'refused')

/** Something that was done and can be undone. */
export interface Step {
  /** What was done, in words, for the end of "Undone: …": "deleting “Lunch”". */
  label: () => string
  back: () => Promise<Outcome>
  again: () => Promise<Outcome>
  /** Leads to what the step has changed. */
  show?: () => void
  /** Where something is typed. What is typed in one place in one go is one step. */
  place?: string
  /** Takes in the new values of the same fields. Returns whether the step still has an effect. */
  grow?: (typed: object) => boolean
}

export interface Walked {
  step: Step
  outcome: Exclude<Outcome, 'idle'>
}

export interface UndoStack {
  push: (step: Step) => void
  /** Runs something that pushes its step only once it is done. What is undone in the meantime waits for it. */
  during: <T>(task: () => Promise<T>) => Promise<T>
  /** Adds what has just been typed to the last step if both were typed in one go. Returns whether they were. */
  grow: (place: string, typed: object) => boolean
  /** Adds what a text's own history has done to the newest step of that place. Returns whether there is one. */
  growLast: (place: string, typed: object) => boolean
  /** What is typed from now on begins a new step. */
  endGo: () => void
  /** Takes back the last step that still has an effect. Resolves to `null` if there is none. */
  undo: () => Promise<Walked | null>
  /** Takes back one step, unless that has been done already. */
  undoStep: (step: Step) => Promise<Walked | null>
  redo: () => Promise<Walked | null>
  /**
   * Forgets a step as if it had never been done, unless something was typed later in places that begin with a name,
   * there is something to be done again, or a step is being walked. Returns whether it was forgotten.
   */
  forget: (step: Step, place: string) => boolean
  /** The steps that come next. */
  next: () => { undo: Step | null; redo: Step | null }
  clear: () => void
}

const MAX_STEPS = 500

/** A pause after which typing begins a new step, in milliseconds. */
const PAUSE = 2_000

/**
 * Remembers steps, newest last. A step that is refused stays, to be tried again; one that others have overtaken goes.
 * Steps are walked through one at a time, however fast the keys come.
 *
 * @param onChange called after each change
 */
export function createUndoStack(onChange: () => void = () => {}): UndoStack {
  let done: Step[] = []
  let undone: Step[] = []
  let typedAt = -Infinity
  let last: Promise<unknown> = Promise.resolve()
  let isWalking = false

  const inOrder = <T>(task: () => Promise<T>): Promise<T> => {
    const next = last.then(task)
    last = next.catch(() => {})
    return next
  }

  /** Walks one step, and moves it from one list to the other. */
  async function walk(step: Step, way: 'back' | 'again'): Promise<Outcome> {
    typedAt = -Infinity
    isWalking = true
    const outcome = await step[way]().finally(() => {
      isWalking = false
    })
    if (outcome === 'refused') return outcome
    done = done.filter((other) => other !== step)
    undone = undone.filter((other) => other !== step)
    if (outcome !== 'overtaken') {
      if (way === 'back') undone = [...undone, step]
      else done = [...done, step]
    }
    onChange()
    return outcome
  }

  /** Lets a step grow, and forgets it if that leaves nothing to take back. */
  function takeIn(step: Step, typed: object): void {
    if (step.grow?.(typed) !== false) return
    done = done.filter((other) => other !== step)
    onChange()
  }

  /** Walks until something has changed. */
  async function walkOn(way: 'back' | 'again'): Promise<Walked | null> {
    for (;;) {
      const step = (way === 'back' ? done : undone).at(-1)
      if (step === undefined) return null
      const outcome = await walk(step, way)
      if (outcome !== 'idle') return { step, outcome }
    }
  }

  return {
    push(step) {
      done = [...done, step].slice(-MAX_STEPS)
      undone = []
      typedAt = step.place === undefined ? -Infinity : performance.now()
      onChange()
    },
    during(task) {
      const running = task()
      last = Promise.allSettled([last, running])
      return running
    },
    grow(place, typed) {
      const step = done.at(-1)
      const isGoing = performance.now() - typedAt < PAUSE && undone.length === 0
      if (step?.place !== place || !isGoing) return false
      typedAt = performance.now()
      takeIn(step, typed)
      return true
    },
    growLast(place, typed) {
      const step = done.findLast((one) => one.place === place)
      if (step === undefined) return false
      takeIn(step, typed)
      return true
    },
    endGo() {
      typedAt = -Infinity
    },
    undo: () => inOrder(() => walkOn('back')),
    undoStep: (step) =>
      inOrder(async () => {
        if (!done.includes(step)) return null
        const outcome = await walk(step, 'back')
        return outcome === 'idle' ? null : { step, outcome }
      }),
    redo: () => inOrder(() => walkOn('again')),
    forget(step, place) {
      const isKept = isWalking || undone.length > 0 || done.some((other) => other.place?.startsWith(place))
      if (isKept || !done.includes(step)) return false
      done = done.filter((other) => other !== step)
      onChange()
      return true
    },
    next: () => ({ undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }),
    clear() {
      done = []
      undone = []
      typedAt = -Infinity
      onChange()
    },
  }
}
