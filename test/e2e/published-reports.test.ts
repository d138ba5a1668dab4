import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import type { Root } from 'mdast'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { splitFrontMatter } from '../../electron/journal/markdown/front-matter.ts'
import { outline } from '../../electron/journal/markdown/outline.ts'
import type { Home } from '../support/home.ts'
import { root } from '../support/programs.ts'
import { findTarget, readOriginal } from '../support/reports.ts'
import { inEachShell, type RunningLanyard } from '../support/shells.ts'
import { addEntry, entryText, exportReport, fill, goTo, makeTrip, openDay, waitUntilSaved } from '../support/steps.ts'

/* Two reports as their authors published them, rebuilt in the window from entries: the measure of the whole way. */

const reports = resolve(root, '..', 'shared', 'samples', 'reports')
const isThere = existsSync(join(reports, 'pycon-de-2026.md')) && existsSync(join(reports, 'pycon-us-2024.md'))
if (!isThere) process.stdout.write('Skipped: the published reports are not beside this checkout.\n')

interface Part {
  heading: string
  /** Blocks of Markdown, as an author types them. */
  blocks: string[]
  parts: Part[]
}

describe.skipIf(!isThere)('a published report', () => {
  inEachShell('is told by day', (shell) => {
    let home: Home
    let lanyard: RunningLanyard
    let source: string

    beforeAll(async () => {
      source = await readFile(join(reports, 'pycon-de-2026.md'), 'utf8')
      home = await shell.makeHome()
      lanyard = await shell.open({ home })
    })

    afterAll(async () => {
      await lanyard?.quit()
      await home?.remove()
    })

    test('when its paragraphs are typed as entries and arranged, each file says what the report says', async () => {
      const { page } = lanyard
      const { lead, parts } = takeApart(source)
      const closing = parts.at(-1)
      await makeTrip(page, {
        title: 'PyCon DE 2026',
        firstDay: '2026-04-14',
        lastDay: '2026-04-16',
        city: 'Darmstadt',
      })

      const days = ['Tuesday, 14 April', 'Wednesday, 15 April', 'Thursday, 16 April']
      for (const [index, day] of days.entries()) {
        await openDay(page, day)
        for (const [place, block] of (parts[index]?.blocks ?? []).entries()) {
          // What is told of a talk is told by the text alone, so its title must not come between.
          await addEntry(page, place === 1 ? 'talk' : 'note')
          if (place === 1) await fill(page, 'Title', `Talk of ${day}`)
          await typeMarkdown(page, block)
        }
      }
      await goTo(page, 'Report')
      await fill(page, 'Title', titleOf(source))
      await page.getByLabel('Publication date').fill('2026-04-21')
      await fill(page, 'Lead', lead.join('\n\n'))
      await fill(page, 'Closing heading', closing?.heading ?? '')
      await fill(page, 'Closing', closing?.blocks.join('\n\n') ?? '')
      await chooseTalkStyle(page, 'Not at all')
      await waitUntilSaved(page)

      await expectEachTargetToSay(lanyard, home, source)
    })
  })

  inEachShell('is told by theme', (shell) => {
    let home: Home
    let lanyard: RunningLanyard
    let source: string

    beforeAll(async () => {
      source = await readFile(join(reports, 'pycon-us-2024.md'), 'utf8')
      home = await shell.makeHome()
      lanyard = await shell.open({ home })
    })

    afterAll(async () => {
      await lanyard?.quit()
      await home?.remove()
    })

    test('when its entries are moved into sections, each file says what the report says', async () => {
      const { page } = lanyard
      const { parts } = takeApart(source)
      await makeTrip(page, {
        title: 'PyCon US 2024',
        firstDay: '2024-05-15',
        lastDay: '2024-05-23',
        city: 'Pittsburgh',
      })
      for (const [index, part] of parts.entries()) {
        // A new trip has its first note open.
        if (index > 0) await addEntry(page, 'note')
        await writeBlocks(page, part.blocks)
        for (const inner of part.parts) {
          await addEntry(page, 'note')
          await fill(page, 'Title', inner.heading)
          await writeBlocks(page, inner.blocks)
        }
      }

      await goTo(page, 'Report')
      await fill(page, 'Title', titleOf(source))
      await page.getByRole('radio', { name: 'By theme' }).locator('xpath=ancestor-or-self::label').click()
      for (const part of parts) {
        await page.getByRole('button', { name: 'Add a section' }).click()
        await page.keyboard.insertText(part.heading)
      }
      const waiting = page.getByRole('list', { name: 'Entries in no section' })
      for (const part of parts) {
        for (let count = 0; count <= part.parts.length; count++) {
          await waiting
            .getByRole('button', { name: /^More about/ })
            .first()
            .click()
          await page.getByRole('menuitem', { name: part.heading, exact: true }).click()
          await page.getByRole('menu').waitFor({ state: 'detached' })
        }
      }
      await waitUntilSaved(page)

      await expectEachTargetToSay(lanyard, home, source)
    })
  })
})

/** A report in the parts that its headings make; `\` before a number is the Markdown's, not the author's. */
function takeApart(markdown: string): { lead: string[]; parts: Part[] } {
  const lead: string[] = []
  const parts: Part[] = []
  for (const block of splitFrontMatter(markdown).body.trim().split(/\n\n+/)) {
    const [, marks, words] = /^(#{2,3}) (.+)$/.exec(block) ?? []
    const last = parts.at(-1)
    const heading = words?.replace(/^(\d+)\\\./, '$1.') ?? ''
    if (marks === '##') parts.push({ heading, blocks: [], parts: [] })
    else if (marks === '###') last?.parts.push({ heading, blocks: [], parts: [] })
    else (last?.parts.at(-1)?.blocks ?? last?.blocks ?? lead).push(block)
  }
  // What follows the inner headings of a part belongs to the last of them, as it does for a reader.
  return { lead, parts }
}

function titleOf(markdown: string): string {
  return /^title: "(.+)"$/m.exec(markdown)?.[1] ?? ''
}

/**
 * Types a text into the open entry as its author would: Enter goes on with a list by itself, and twice more ends it, so
 * the marks and the empty lines between items are not typed again.
 */
async function typeMarkdown(page: Page, markdown: string): Promise<void> {
  await entryText(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  const press = async (times: number) => {
    for (let count = 0; count < times; count++) await page.keyboard.press('Enter')
  }
  let isInList = false
  for (const [index, block] of markdown.split('\n\n').entries()) {
    const isItem = block.startsWith('- ')
    if (index > 0) await press(isInList ? (isItem ? 1 : 3) : 2)
    await page.keyboard.insertText(isInList && isItem ? block.slice(2) : block)
    isInList = isItem
  }
}

/** Types blocks into the open entry; a picture is chosen as a file and gets its alternative text. */
async function writeBlocks(page: Page, blocks: readonly string[]): Promise<void> {
  const pictures = blocks.filter((block) => block.startsWith('!['))
  const texts = blocks.filter((block) => !block.startsWith('!['))
  await typeMarkdown(page, texts.join('\n\n'))
  for (const picture of pictures) {
    const [, alt = '', file = ''] = /^!\[(.*)\]\((.+)\)$/.exec(picture) ?? []
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const choosing = page.waitForEvent('filechooser')
    await page
      .getByRole('toolbar', { name: 'Formatting' })
      .getByRole('button', { name: /^Picture/ })
      .click()
    await (await choosing).setFiles(join(reports, file))
    await entryText(page)
      .getByRole('group', { name: 'Picture' })
      .getByRole('textbox', { name: 'Description' })
      .fill(alt)
    await page.keyboard.press('Enter')
  }
}

async function chooseTalkStyle(page: Page, style: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: /Title, speakers and links of talks/ }).click()
  await page.getByRole('option', { name: style }).click()
}

async function expectEachTargetToSay({ page }: RunningLanyard, home: Home, source: string): Promise<void> {
  const original = said(readOriginal(source))
  for (const [name, id] of [
    ['Markdown folder', 'markdown'],
    ['HTML file', 'html'],
    ['Plain text', 'text'],
  ] as const) {
    expect(await exportReport(page, name)).toMatch(/all there\.$/)
    expect(said(findTarget(id).read(await writtenBy(home, id)))).toEqual(original)
  }
}

/** The files of one target, with the paths that its exporter gave them. */
async function writtenBy(home: Home, target: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const entry of await readdir(home.exports, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = relative(home.exports, join(entry.parentPath, entry.name))
    const isInFolder = path.includes('/') || path.includes('\\')
    if (target === 'markdown' ? isInFolder : path.endsWith(target === 'html' ? '.html' : '.txt')) {
      files.set(basename(path), await readFile(join(home.exports, path)))
    }
  }
  return files
}

/** What a reader is told, in order: headings with their level, paragraphs, list items, quotes, pictures. */
function said(tree: Root): string[] {
  return outline(tree, { spelled: true }).map(({ kind, text, detail, within }) => {
    // Each target keeps a picture in a place of its own.
    const words = text.replace(/(\[photo: [^(]*?) ?\([^)]*\)\]/g, '$1]')
    return [kind, kind === 'heading' ? detail : '', within, words].join(' | ')
  })
}
