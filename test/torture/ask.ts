import type { Engine } from '../../electron/journal/engine.ts'
import { dispatch } from '../../electron/journal/service/dispatch.ts'
import type { Channel, Input, Output } from '../../electron/shared/contract/index.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Result } from '../../electron/shared/result.ts'

/** Calls an engine the way a shell does: through the dispatcher, which parses the input. */
export async function ask<C extends Channel>(engine: Engine, channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  // The dispatcher's result is typed as unknown, because any channel is possible; here it is known.
  return (await dispatch(engine.handlers, channel, input)) as Result<Output<C>>
}

/** Like {@link ask}, but a failure ends the test. */
export async function must<C extends Channel>(engine: Engine, channel: C, input: Input<C>): Promise<Output<C>> {
  const answer = await ask(engine, channel, input)
  if (!answer.ok) throw new Error(`${channel}: ${render(answer.error)}`)
  return answer.value
}
