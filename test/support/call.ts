import type { Page } from 'playwright-core'
import type { Bridge, Channel, Input, Output } from '../../electron/shared/contract/index.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Result } from '../../electron/shared/result.ts'

/** Call the engine through the bridge of the page, without its screens. Bytes are passed as base64 under `$bytes`. */
export async function callBridge<C extends Channel>(
  page: Page,
  channel: C,
  input: unknown,
): Promise<Result<Output<C>>> {
  const answer: unknown = await page.evaluate(
    async (call) => {
      const revived: unknown = JSON.parse(JSON.stringify(call.input), (_, value: unknown) =>
        typeof value === 'object' && value !== null && '$bytes' in value
          ? Uint8Array.from(atob(String(value.$bytes)), (character) => character.charCodeAt(0))
          : value,
      )
      const { lanyard } = window as unknown as { lanyard: Bridge }
      return lanyard.call(call.channel, revived as Input<typeof call.channel>)
    },
    { channel, input },
  )
  return answer as Result<Output<C>>
}

/** The same as {@link callBridge}, but a failure fails the test. */
export async function mustCall<C extends Channel>(page: Page, channel: C, input: unknown): Promise<Output<C>> {
  const result = await callBridge(page, channel, input)
  if (!result.ok) throw new Error(`${channel}: ${render(result.error)}`)
  return result.value
}
