import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Home } from '../support/home.ts'
import { root } from '../support/programs.ts'
import { desktopShell, inShell, type RunningLanyard } from '../support/shells.ts'
import { openDay, waitUntilSaved } from '../support/steps.ts'

interface Told {
  day: string
  title: string
  speakers: readonly string[]
  links: readonly string[]
  /** What is answered to "What stays?" */
  answer: string
}

const [tuesday, wednesday, thursday] = ['Tuesday, 14 April', 'Wednesday, 15 April', 'Thursday, 16 April'] as const

const attended: readonly Told[] = [
  {
    day: tuesday,
    title: 'How the architectures of large language models differ',
    speakers: ['Sebastian Raschka'],
    links: ['https://gallery.example.org/'],
    answer: 'A must for anyone who wants the details.',
  },
  {
    day: tuesday,
    title: 'An introduction to Ansible',
    speakers: ['Rain Author'],
    links: ['https://slides.example.org/ansible'],
    answer: 'A small crowd, and many questions.',
  },
  {
    day: tuesday,
    title: 'Pair & Share: How formal Mentoring pushed REWE Analytics to a new level',
    speakers: ['Axel Buddendiek'],
    links: [],
    answer: 'More of this, please.',
  },
  {
    day: wednesday,
    title: 'State of In-Browser ML: WebAssembly, WebGPU, and the Modern Stack',
    speakers: ['Oleh Kostromin', 'Iryna Kondrashchenko'],
    links: ['https://slides.example.org/in-browser-ml'],
    answer: 'A great summary, but no silver bullet.',
  },
  {
    day: wednesday,
    title: 'Build a web coding platform with Python, run in WebAssembly',
    speakers: ['Maris Nieuwenhuis'],
    links: [],
    answer: 'A start for a future competitor.',
  },
  {
    day: wednesday,
    title: 'Heat: scaling the Python scientific stack to HPC systems',
    speakers: ['Claudia Comito', 'Thomas Saupe'],
    links: ['https://code.example.org/heat'],
    answer: 'Worth a look for the gain alone.',
  },
  {
    day: thursday,
    title: 'A View of Sovereignty from The Cloud',
    speakers: ['Aaron Glenn'],
    links: [],
    answer: 'My favourite of the three days.',
  },
  {
    day: thursday,
    title: 'Making Tech Tutorials Accessible: Practical Techniques for Educators',
    speakers: ['Tamara Badikyan'],
    links: ['https://barrieria.example.org/'],
    answer: 'I will change how I record.',
  },
]

inShell('the evening after a conference', desktopShell, (desktop) => {
  let home: Home
  let lanyard: RunningLanyard
  let page: Page
  const typed: string[] = []

  const session = (title: string): Locator =>
    page.getByRole('grid', { name: 'Sessions' }).getByRole('row', { name: title })

  /** Types words, which are remembered. */
  async function type(words: string): Promise<void> {
    typed.push(words)
    await page.keyboard.type(words)
  }

  async function answerDay(day: string): Promise<void> {
    await openDay(page, day)
    const lookBack = page.getByRole('region', { name: `Looking back on ${day}` })
    await lookBack.waitFor()
    const told = attended.filter((one) => one.day === day)
    await lookBack.getByRole('textbox', { name: told[0]?.title ?? '' }).focus()
    for (const { title, answer } of told) {
      await expect(
        lookBack.getByRole('textbox', { name: title }).evaluate((field) => field === document.activeElement),
      ).resolves.toBe(true)
      await type(answer)
      await page.keyboard.press('Enter')
    }
    await lookBack.getByText(`${told.length} of ${told.length} talks told`).waitFor()
    await lookBack.getByRole('button', { name: 'Done' }).click()
    await lookBack.waitFor({ state: 'detached' })
  }

  beforeAll(async () => {
    home = await desktop.makeHome()
    lanyard = await desktop.open({ home, args: ['--now', '2026-04-17T08:00:00+02:00'] })
    ;({ page } = lanyard)
    page.setDefaultTimeout(20_000)
  })

  afterAll(async () => {
    await lanyard?.kill()
    await home?.remove()
  })

  test('eight sessions that are ticked and told in a sentence each are a post, without typing what the programme holds', async () => {
    const file = join(root, 'test', 'fixtures', 'programmes', 'pycon-de-2026.json')
    await page.getByRole('button', { name: /Start from a programme/ }).click()
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).waitFor()
    await page.keyboard.press('Enter')
    for (const { title } of attended) {
      await session(title).click()
      await page.keyboard.press('a')
      await page.getByRole('row', { name: new RegExp(`${title.slice(0, 20)}.*[Aa]ttended`) }).waitFor()
    }

    await page.keyboard.press('ControlOrMeta+1')
    for (const day of [tuesday, wednesday, thursday]) await answerDay(day)
    await waitUntilSaved(page)

    await page.keyboard.press('ControlOrMeta+e')
    await page.getByRole('dialog', { name: 'Export the report' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(/all there\.$/).waitFor()

    const post = await readFile(join(home.exports, 'pycon-de-pydata-2026', 'index.md'), 'utf8')
    const headings = post.match(/^#{3} .*$/gm)?.map((line) => line.slice(4).replaceAll('\\', ''))
    expect(headings).toEqual(attended.map(({ title }) => title))
    for (const { speakers, links, answer } of attended) {
      for (const part of [...speakers, ...links, answer]) expect(post).toContain(part)
    }

    const programme = await readFile(file, 'utf8')
    for (const words of typed) expect(programme).not.toContain(words)
    expect(typed).toEqual(attended.map(({ answer }) => answer))
    // It takes the script a quarter of this.
  }, 60_000)
})
