import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blockPage, command, enter, escape, letters, sendKeys, type Stroke } from '../support/fast-keys.ts'
import type { Home } from '../support/home.ts'
import { anyShell, inShell, type RunningLanyard } from '../support/shells.ts'
import { addEntry, makeTrip, openDay, waitUntilSaved } from '../support/steps.ts'
import { readStoredTrip } from '../support/stored-trip.ts'
import { type Random, seeded } from '../torture/random.ts'

const runs = Number(process.env['LANYARD_RUNS'] ?? 10)
const words = ['note', 'talk', 'quip', 'pint', 'attic', 'n', 't', 'in time', 'q and a']

/** What somebody writes, and where it has to be in the end. */
class Writer {
  readonly strokes: Stroke[] = []
  readonly entries: { kind: string; title: string; text: string }[] = []
  #focus: 'title' | 'text' | 'list' = 'list'
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
    this.#begin('talk', command('t'))
  }

  #begin(kind: 'talk' | 'note', stroke: Stroke): void {
    this.strokes.push(stroke)
    this.entries.push({ kind, title: '', text: '' })
    this.#focus = kind === 'talk' ? 'title' : 'text'
  }

  /** Does one thing that is possible here. */
  goOn(): void {
    const last = this.entries.at(-1)
    if (last === undefined) return
    if (this.#focus === 'list') {
      this.#random.pick([
        () => this.#begin('talk', letters('t')[0] ?? command('t')),
        () => this.#begin('note', letters('n')[0] ?? command('n')),
        () => {
          this.strokes.push(enter)
          this.#focus = 'text'
        },
      ])()
      return
    }
    const field = this.#focus
    this.#random.pick([
      () => {
        const typed = this.#random.pick(words)
        this.strokes.push(...letters(typed))
        last[field] += typed
      },
      () => {
        if (field === 'text') return this.#begin('talk', command('t'))
        this.strokes.push(enter)
        this.#focus = 'text'
        return undefined
      },
      () => {
        this.strokes.push(escape)
        this.#focus = 'list'
      },
      () => this.#begin('note', command('n')),
    ])()
  }
}

const hasWords = ({ title, text }: { title: string; text: string }) => title !== '' || text !== ''

inShell('keys that come faster than the window', anyShell, (shell) => {
  let home: Home
  let lanyard: RunningLanyard
  let page: Page
  let session: CDPSession

  beforeAll(async () => {
    home = await shell.makeHome()
    lanyard = await shell.open({ home })
    ;({ page } = lanyard)
    page.setDefaultTimeout(20_000)
    session = await page.context().newCDPSession(page)
  })

  afterAll(async () => {
    await lanyard.kill()
    await home.remove()
  })

  const textsOnDisk = async () => {
    const { entries } = await readStoredTrip(home.library)
    return entries.filter(({ day }) => day === '2026-04-14').map(({ text }) => text)
  }

  test(
    'every letter is where it was typed, and none becomes a command',
    async () => {
      await makeTrip(page, { title: 'Fast keys', firstDay: '2026-04-14', lastDay: '2026-04-16', city: 'Darmstadt' })
      const days = ['Wednesday, 15 April', 'Thursday, 16 April']
      await waitUntilSaved(page)
      const known = new Set((await readStoredTrip(home.library)).entries.map(({ id }) => id))
      for (let seed = 1; seed <= runs; seed++) {
        await openDay(page, days[seed % 2] ?? '')
        const random = seeded(seed)
        const writer = new Writer(random)
        for (let count = 0; count < 14; count++) writer.goOn()
        if (random.chance(0.5)) await blockPage(page, 700)
        await sendKeys(session, writer.strokes, 2)
        await waitUntilSaved(page)
        const stored = (await readStoredTrip(home.library)).entries
          .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
          .filter(({ id }) => !known.has(id))
        for (const { id } of stored) known.add(id)
        const written = stored.map(({ kind, text, ...entry }) => {
          return { kind, title: 'title' in entry ? entry.title : '', text }
        })
        // Entries without a word go when they are left.
        expect(written.filter(hasWords), `seed ${seed}`).toEqual(writer.entries.filter(hasWords))
      }
    },
    60_000 + runs * 6_000,
  )

  test('in a list that is longer than the window, what is typed goes into the entry that was begun last', async () => {
    await openDay(page, 'Tuesday, 14 April')
    const begin = [...letters('n'), ...letters('q and a'), escape]
    await sendKeys(session, [command('n'), escape, ...Array.from({ length: 30 }, () => begin).flat()], 2)
    await waitUntilSaved(page)
    const before = await textsOnDisk()
    // The list begins at the top again, and the row of the new entry is far below what is drawn of it.
    await openDay(page, 'Thursday, 16 April')
    await openDay(page, 'Tuesday, 14 April')
    await blockPage(page, 700)
    await sendKeys(session, [command('n'), escape, enter, ...letters('attic')], 2)
    await waitUntilSaved(page)
    expect(await textsOnDisk()).toEqual([...before, 'attic'])
  })

  test('a title that is clicked keeps the focus, even if the cursor was at the end of a wrapped line', async () => {
    await openDay(page, 'Wednesday, 15 April')
    await addEntry(page, 'talk')
    await page.keyboard.type('Tides')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('A paragraph of many lines. '.repeat(40))
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('End')
    const title = page.getByRole('textbox', { name: 'Title', exact: true })
    await title.click()
    await page.keyboard.press('End')
    // The editor measures itself a few frames after it has lost the focus.
    await page.keyboard.type(' at night', { delay: 40 })
    expect(await title.inputValue()).toBe('Tides at night')
  })
})
