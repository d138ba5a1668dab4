import { instantSchema } from '../shared/time.ts'
import type { Engine } from './engine.ts'
import { readStartArguments, type StartArguments } from './start-arguments.ts'

/** The same, with the moment checked: anything but an instant is ignored. */
export type StartOptions = StartArguments

/** Reads the arguments of a start, as `readStartArguments` does. */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv, own: string): StartOptions {
  const named = readStartArguments(args, env, own)
  return { ...named, now: instantSchema.safeParse(named.now).data }
}

/** Adds the sample trips to a library that has no trips. */
export async function fillWithSample(engine: Engine): Promise<void> {
  const list = await engine.handlers['library.list']({})
  if (list.ok && list.value.trips.length + list.value.unreadable.length === 0)
    await engine.handlers['trips.addSample']({})
}
