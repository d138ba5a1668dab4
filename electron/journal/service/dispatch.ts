import { type Channel, channels, type Handlers, isChannel } from '../../shared/contract/index.ts'
import { fail, type Result } from '../../shared/result.ts'
import { describeProblem } from './describe-problem.ts'
import { isParsable } from './is-parsable.ts'

/**
 * The only way from a shell to the engine: parses the input, runs the channel's handler, and turns whatever happens
 * into a result.
 *
 * @param channel untrusted
 * @param input untrusted
 * @param onError called with an error that no handler expected, for a log
 */
export async function dispatch(
  handlers: Handlers,
  channel: string,
  input: unknown,
  onError: (error: unknown, channel: string) => void = () => {},
): Promise<Result<unknown>> {
  if (!isChannel(channel)) return fail('input.unknown-channel')
  try {
    return await answer(handlers, channel, input)
  } catch (error) {
    onError(error, channel)
    return fail('internal')
  }
}

async function answer(handlers: Handlers, channel: Channel, input: unknown): Promise<Result<unknown>> {
  if (!isParsable(input)) return fail('input.invalid')
  const parsed = channels[channel].input.safeParse(input)
  if (!parsed.success) return describeProblem(parsed.error)
  // The map ties each schema to its handler, which TypeScript cannot follow through an index.
  const handler = handlers[channel] as (input: unknown) => Promise<Result<unknown>>
  return await handler(parsed.data)
}
