/** Tells how far a task has come, from 0 to 1, and with that that it is still alive. */
export type Tell = (done: number, step: string) => void
