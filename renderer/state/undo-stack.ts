/** Something that was done and can be undone. */
export interface Step {
  /** What was done, in words, for the end of "Undone: …": "deleting the entry". */
  label: string
  /** Each resolves to whether it worked. */
  back: () => Promise<boolean>
  again: () => Promise<boolean>
}

export interface UndoStack {
  push: (step: Step) => void
  /** Takes back the last step. Resolves to its label, or to `null` if there was none or it did not work. */
  undo: () => Promise<string | null>
  /** Takes back one step, unless that has been done already. */
  undoStep: (step: Step) => Promise<string | null>
  redo: () => Promise<string | null>
  clear: () => void
}

const MAX_STEPS = 200

/** Remembers steps, newest last. A step that cannot be undone now stays, to be tried again. */
export function createUndoStack(): UndoStack {
  let done: Step[] = []
  let undone: Step[] = []
  async function undoStep(step: Step): Promise<string | null> {
    if (!done.includes(step) || !(await step.back())) return null
    done = done.filter((other) => other !== step)
    undone = [...undone, step]
    return step.label
  }

  return {
    push(step) {
      done = [...done, step].slice(-MAX_STEPS)
      undone = []
    },
    async undo() {
      const step = done.at(-1)
      return step ? undoStep(step) : null
    },
    undoStep,
    async redo() {
      const step = undone.at(-1)
      if (!step || !(await step.again())) return null
      undone = undone.filter((other) => other !== step)
      done = [...done, step]
      return step.label
    },
    clear() {
      done = []
      undone = []
    },
  }
}
