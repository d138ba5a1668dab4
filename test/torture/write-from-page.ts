import type { Page } from 'playwright-core'
import type { Bridge } from '../../electron/shared/contract/index.ts'
import type { Ground } from './ground.ts'

/**
 * Makes the page of the desktop save texts through its bridge as fast as possible. Each acknowledgement is logged to
 * the console as "saved 12", which can be read outside the program.
 */
export async function writeFromPage(page: Page, ground: Ground, writers: number): Promise<void> {
  await page.evaluate(
    async ({ tripId, entryIds, textLength, next, writers: atOnce }) => {
      const { lanyard } = window as unknown as { lanyard: Bridge }
      // As in save-texts.ts, whose function is not available in the page.
      const textOf = (number: number) =>
        `Save ${number}.\n${`A line of save ${number}, as it was typed.\n`.repeat(textLength / 32)}`.slice(
          0,
          textLength,
        )
      const write = async (first: number): Promise<void> => {
        for (let number = first; ; number += atOnce) {
          const entryId = entryIds[number % entryIds.length] ?? ''
          const saved = await lanyard.call('entries.save', {
            tripId,
            entryId,
            changes: { kind: 'note', text: textOf(number) },
          })
          if (!saved.ok) {
            window.console.debug(`refused ${saved.error.code} ${JSON.stringify(saved.error.params)}`)
            return
          }
          window.console.debug(`saved ${number}`)
        }
      }
      await lanyard.call('trips.open', { tripId })
      // Not awaited: it ends with the program.
      for (let writer = 0; writer < atOnce; writer++) void write(next + writer)
    },
    { ...ground, writers },
  )
}
