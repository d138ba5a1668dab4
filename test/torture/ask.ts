import type { Engine } from '../../electron/journal/engine.ts'
import { dispatch } from '../../electron/journal/service/dispatch.ts'
import type { Channel, Input, Output } from '../../electron/shared/contract/index.ts'
import type { Result } from '../../electron/shared/result.ts'

/** Asks an engine the way a shell does: through the gate that parses what comes in. */
export async function ask<C extends Channel>(engine: Engine, channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  // The gate's answer is unknown by its type, for the channel is; here it is named.
  return (await dispatch(engine.handlers, channel, input)) as Result<Output<C>>
}

/** As {@link ask}, where a refusal ends the test. */
export async function must<C extends Channel>(engine: Engine, channel: C, input: Input<C>): Promise<Output<C>> {
  const answer = await ask(engine, channel, input)
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`)
  return answer.value
}
