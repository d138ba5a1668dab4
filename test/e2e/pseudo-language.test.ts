import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { packTrip } from '../../electron/journal/archive/pack-trip.ts'
import { addEntry } from '../../electron/journal/edits/add-entry.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { speak, t } from '../../electron/shared/messages/translate.ts'
import { findingsInBoth } from '../support/axe-findings.ts'
import { tripWith, someNote, valueOf } from '../support/library.ts'
import { giveToOwner } from '../support/home.ts'
import { findCutTexts, findPlainWords, inGreek, makeGreekLibrary } from '../support/pseudo-language.ts'
import { anyShell, desktopShell, inShell } from '../support/shells.ts'
import { type Stop, toursOf, troubledTour } from '../support/tour/index.ts'
import { makeTroubledLibrary } from '../support/troubled-library.ts'

/*
 * In the pseudo-language, every word from the catalogue is accented and a third longer. A plain word on the screen is not
 * in the catalogue, and a word that does not fit in it will not fit in German.
 */

const language = 'en-XA'
const size = { width: 1024, height: 700 }

/** Names, formats and units, which are the same in every language. */
const everywhere = 'Lanyard Markdown HTML Hugo Eleventy Astro YAML UTC kB MB'.split(' ')
/** A time zone has the name of a city. The headings of a post are in the language of the post. */
const inTheSample = 'Toronto Lisbon Day st nd rd Sunday Thursday May Getting There Homeward'.split(' ')

beforeAll(() => speak(language))
afterAll(() => speak('en'))

/**
 * Goes to every stop. Returns what is wrong with the words there, and what axe finds in light and in dark colours, a
 * line each.
 */
async function lookAround(page: Page, stops: readonly Stop[], allowed: readonly string[] = []): Promise<string[]> {
  const found: string[] = []
  for (const { name, go } of stops) {
    await go(page)
    const plain = await findPlainWords(page, [...everywhere, ...allowed])
    const cut = await findCutTexts(page)
    found.push(...plain.map((text) => `${name}, plain: ${text}`), ...cut.map((text) => `${name}, cut off: ${text}`))
    found.push(...(await findingsInBoth(page, name)))
  }
  return found
}

inShell('no word is forgotten in a translation, and nobody is shut out', anyShell, (shell) => {
  test.each(toursOf(inGreek))(
    'on every screen and in every dialog $name, each word comes from the catalogue and fits, and axe finds no violations',
    async ({ args, stops }) => {
      const home = await shell.makeHome()
      await makeGreekLibrary(home.library)
      await giveToOwner(home)
      const { page, complaints, quit } = await shell.open({ home, language, size, args: [...args] })
      onTestFinished(async () => {
        await quit()
        await home.remove()
      })
      expect(await lookAround(page, stops, inTheSample)).toEqual([])
      expect(complaints).toEqual([])
    },
    // Some fifty screens, each in two colours.
    300_000,
  )

  test('the same is true of what is said about trips and backups that are in trouble', async () => {
    const home = await shell.makeHome()
    await makeTroubledLibrary(home)
    const { page, complaints, quit } = await shell.open({ home, language, size })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    const written =
      'Kraftwerk Darmstadt Beacon Conf Lantern Signal signal Foghorn foghorn Lunch Soup Bread Dinner Fish Walk Along the river And coffee'
    expect(await lookAround(page, troubledTour, written.split(' '))).toEqual([])
    expect(complaints).toEqual([])
  })
})

inShell('no word about a trip as a file is forgotten', desktopShell, (shell) => {
  test('the question about a trip that is there already comes from the catalogue, and fits', async () => {
    const home = await shell.makeHome()
    const trip = tripWith([someNote({ title: inGreek('Arrival'), text: inGreek('Two trains.') })], {
      title: inGreek('Lantern'),
    })
    const here = openLibrary({ folder: home.library })
    const elsewhere = openLibrary({ folder: join(home.folder, 'elsewhere') })
    for (const library of [here, elsewhere]) valueOf(await library.create(trip))
    valueOf(await elsewhere.update(trip.id, (state) => addEntry(state, someNote({ title: inGreek('A late tram') }))))
    const path = join(home.folder, 'trip.lanyard')
    valueOf(await packTrip({ library: elsewhere, tripId: trip.id, path, replace: true }))
    await Promise.all([here.close(), elsewhere.close()])
    await giveToOwner(home)
    const { page, complaints, quit } = await shell.open({ home, language, size, args: [path] })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    const question: Stop = {
      name: 'question',
      go: (at) => at.getByRole('alertdialog', { name: t('archive.present-title') }).waitFor(),
    }
    expect(await lookAround(page, [question], ['Kraftwerk', 'Darmstadt'])).toEqual([])
    expect(complaints).toEqual([])
  })
})
