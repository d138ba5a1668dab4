import type { Page } from 'playwright-core'
import { pathologicalTexts, shapeLengths } from '../support/pathological-texts.ts'
import { entryText, openDay, openTrip } from '../support/steps.ts'
import { must } from './ask.ts'
import type { Ground } from './ground.ts'
import { seeded } from './random.ts'
import { engineOver } from './restart.ts'

const TITLE = 'Hard to show'

/** The names of all pathological texts, in random order. */
export function shuffledShapes(seed: number): string[] {
  const random = seeded(seed)
  return pathologicalTexts
    .map(({ name }) => ({ name, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ name }) => name)
}

/**
 * Gives the trip of a ground an entry that is hard to show, beside those in which texts are saved.
 *
 * @param shape the name of a pathological text
 */
export async function putHeavyEntry(ground: Ground, shape: string): Promise<void> {
  const { documents, tripId } = ground
  const text = pathologicalTexts.find(({ name }) => name === shape)?.write(shapeLengths.large) ?? ''
  const engine = await engineOver(documents)
  const { entries } = await must(engine, 'trips.open', { tripId })
  const fields = { kind: 'note', title: TITLE, text } as const
  const known = entries.find((entry) => entry.kind === 'note' && entry.title === TITLE)
  if (known === undefined) {
    await must(engine, 'entries.add', { tripId, kind: 'note', day: '2026-04-17', start: null, fields })
  } else await must(engine, 'entries.save', { tripId, entryId: known.id, changes: fields })
  await engine.close()
}

/** Opens that entry and writes a word in it, which is saved like everything else that is typed. */
export async function openHeavyEntry(page: Page): Promise<void> {
  await openTrip(page, 'A long one')
  // A day of its own, as the list of a day draws only what is seen.
  await openDay(page, 'Friday, 17 April')
  await page.getByRole('row', { name: new RegExp(TITLE) }).click()
  await page.getByRole('textbox', { name: `Text of ${TITLE}` }).waitFor()
  await entryText(page).press('ControlOrMeta+Home')
  await page.keyboard.type('ab')
}
