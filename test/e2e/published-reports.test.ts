import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root } from 'mdast'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBack } from '../../electron/journal/exporters/compare-trees.ts'
import { splitFrontMatter } from '../../electron/journal/markdown/front-matter.ts'
import { outline } from '../../electron/journal/markdown/outline.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Home } from '../support/home.ts'
import { fileTargets, initialValues } from '../support/exports.ts'
import { type ReportFile, reportsByDay, reportsByTheme } from '../support/report-folders.ts'
import { readOriginal } from '../support/reports.ts'
import { anyShell, browserShell, inShell, type RunningLanyard } from '../support/shells.ts'
import {
  addEntry,
  entryText,
  exportReport,
  fill,
  goTo,
  makeTrip,
  openDay,
  openDetails,
  waitUntilSaved,
  writeClosing,
  writePart,
} from '../support/steps.ts'

/*
 * Finished reports, written again in the window entry by entry: the exported files have to contain the same text. Both shells
 * have the same page and the same engine, so each report is written in one of them.
 */

interface Part {
  heading: string
  /** Blocks of Markdown, as an author types them. */
  blocks: string[]
  parts: Part[]
}

for (const report of reportsByDay)
  inShell(`the report ${report.name}, told by day`, browserShell, (shell) => {
    let home: Home
    let lanyard: RunningLanyard
    let source: string

    beforeAll(async () => {
      source = await readFile(join(report.folder, `${report.name}.md`), 'utf8')
      home = await shell.makeHome()
      lanyard = await shell.open({ home })
    })

    afterAll(async () => {
      await lanyard?.quit()
      await home?.remove()
    })

    test('a report by day, typed as entries and arranged, is exported as it was published', async () => {
      const { page } = lanyard
      const { lead, parts } = splitReport(source)
      const closing = parts.at(-1)
      await makeTrip(page, report.trip)

      for (const [index, day] of daysOf(report.trip).entries()) {
        await openDay(page, day)
        for (const [place, block] of (parts[index]?.blocks ?? []).entries()) {
          // The text says everything about the talk, so the report must not add its title.
          await addEntry(page, place === 1 ? 'talk' : 'note')
          if (place === 1) await fill(page, 'Title', `Talk of ${day}`)
          await typeMarkdown(page, block)
        }
      }
      await goTo(page, 'report')
      await writePart(page, 'title', titleOf(source))
      await writePart(page, 'lead', lead.join('\n\n'))
      await writeClosing(page, closing?.heading ?? '', closing?.blocks.join('\n\n') ?? '')
      await openDetails(page)
      await page.getByLabel('Publication date').fill(report.published ?? '')
      await chooseTalkStyle(page, 'Not at all')
      await waitUntilSaved(page)

      await expectTargetsToSay(lanyard, home, report, source)
    })
  })

for (const report of reportsByTheme)
  inShell(`the report ${report.name}, told by theme`, anyShell, (shell) => {
    let home: Home
    let lanyard: RunningLanyard
    let source: string

    beforeAll(async () => {
      source = await readFile(join(report.folder, `${report.name}.md`), 'utf8')
      home = await shell.makeHome()
      lanyard = await shell.open({ home })
    })

    afterAll(async () => {
      await lanyard?.quit()
      await home?.remove()
    })

    test('a report by theme, typed as entries and moved into sections, is exported as it was published', async () => {
      const { page } = lanyard
      const { parts } = splitReport(source)
      await makeTrip(page, report.trip)
      for (const [index, part] of parts.entries()) {
        // The first note of a new trip is already open.
        if (index > 0) await addEntry(page, 'note')
        await writeBlocks(page, part.blocks, report.folder)
        for (const inner of part.parts) {
          await addEntry(page, 'note')
          await fill(page, 'Title', inner.heading)
          await writeBlocks(page, inner.blocks, report.folder)
        }
      }

      await goTo(page, 'report')
      await writePart(page, 'title', titleOf(source))
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

      await expectTargetsToSay(lanyard, home, report, source)
    })
  })

/** The days of a trip as the rail names them, such as "Tuesday, 14 April". */
function daysOf({ firstDay, lastDay }: ReportFile['trip']): string[] {
  const days: string[] = []
  for (let day = Date.parse(firstDay); day <= Date.parse(lastDay); day += 86_400_000)
    days.push(
      new Date(day).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
    )
  // Node omits the comma.
  return days.map((day) => day.replace(/^(\w+),? /, '$1, '))
}

/** Split a report at its headings. A `\` before the dot of a number belongs to the Markdown, not to the heading. */
function splitReport(markdown: string): { lead: string[]; parts: Part[] } {
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
  // As for a reader, everything after an inner heading belongs to it, up to the next heading.
  return { lead, parts }
}

function titleOf(markdown: string): string {
  return /^title: "(.+)"$/m.exec(markdown)?.[1] ?? ''
}

/**
 * Type a text into the open entry as its author would. Enter continues a list automatically, and ends it when pressed
 * twice more, so the bullets and the empty lines between items are not typed.
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

/** Type blocks into the open entry. A picture is chosen as a file from a folder, and gets its alternative text. */
async function writeBlocks(page: Page, blocks: readonly string[], folder: string): Promise<void> {
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
    await (await choosing).setFiles(join(folder, file))
    await entryText(page)
      .getByRole('group', { name: 'Picture' })
      .getByRole('textbox', { name: 'Description' })
      .fill(alt)
    await page.keyboard.press('Enter')
  }
}

async function chooseTalkStyle(page: Page, style: string): Promise<void> {
  await page.getByRole('button', { name: /Title, speakers and links of talks/ }).click()
  await page.getByRole('option', { name: style }).click()
}

/**
 * The targets that a report is exported to. Each of them is tried with one of the reports, and these two with all: the
 * engine's own test of these reports tries every target with each.
 */
function targetsFor(report: ReportFile) {
  const reports = [...reportsByDay, ...reportsByTheme]
  return fileTargets.filter(
    ({ id }, index) => id === 'markdown' || id === 'html' || index % reports.length === reports.indexOf(report),
  )
}

async function expectTargetsToSay(
  { page }: RunningLanyard,
  home: Home,
  report: ReportFile,
  source: string,
): Promise<void> {
  const original = said(readOriginal(source))
  const written = new Set<string>()
  for (const exporter of targetsFor(report)) {
    expect(await exportReport(page, render(exporter.name))).toMatch(/all there\.$/)
    const files = await filesIn(home.exports, written)
    for (const path of files.keys()) written.add(path)
    const read = readBack(await exporter.load(), files, initialValues(exporter))
    expect(said(read?.tree ?? { type: 'root', children: [] })).toEqual(original)
  }
}

/** Read the files in a folder, without those that were there before; the texts come first. */
async function filesIn(folder: string, before: ReadonlySet<string>): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !before.has(path)) files.set(path, await readFile(path))
  }
  return new Map([...files].toSorted(([a], [b]) => Number(isPicture(a)) - Number(isPicture(b))))
}

const isPicture = (path: string) => /\.(?:png|jpe?g|gif|webp|avif)$/i.test(path)

/** List what a reader sees, in order: headings with their level, paragraphs, list items, quotes, pictures. */
function said(tree: Root): string[] {
  return outline(tree, { spelled: true }).map(({ kind, text, detail, within }) => {
    // Each target puts pictures in a different place.
    const words = text.replace(/(\[photo: [^(]*?) ?\([^)]*\)\]/g, '$1]')
    return [kind, kind === 'heading' ? detail : '', within, words].join(' | ')
  })
}
