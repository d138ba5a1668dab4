import type { CommandId } from '../../electron/shared/commands.ts'

/** The commands that begin an entry. */
export const beginning = ['new-note', 'new-talk', 'new-person', 'new-idea'] as const satisfies readonly CommandId[]

/** The commands that write in the text of an entry. */
export const writing = [
  'new-quote',
  'new-picture',
  'new-task',
  'look-up',
  'picture-slot',
] as const satisfies readonly CommandId[]

export type CaptureId = (typeof beginning | typeof writing)[number]

/** The commands that work anywhere in a trip: where they have no text or list to act on, they lead to one. */
export const captureIds: readonly CaptureId[] = [...beginning, ...writing]
