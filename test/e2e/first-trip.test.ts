import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTargets } from '../support/exports.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { readStoredTexts } from '../support/stored-trip.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Home } from '../support/home.ts'
import { inEachShell, type RunningLanyard } from '../support/shells.ts'
import {
  addEntry,
  addSpeaker,
  exportReport,
  fill,
  goTo,
  makeTrip,
  openDay,
  openEntry,
  openEntryDetails,
  openTrip,
  waitUntilSaved,
  writeText,
  entryText,
} from '../support/steps.ts'

const days = ['Tuesday, 14 April', 'Wednesday, 15 April', 'Thursday, 16 April'] as const

/** The expected report, as a reader finds it in the Markdown folder. */
const body = `## 1st Day

### State of In-Browser ML

Oleh Kostromin

It included a *great* summary of:

- ONNX models
- WebGPU, “partially supported”

> No silver bullet was provided.

## 2nd Day

Lunch was good & the queue was long – \\[hyperscalers like AWS services] paid.

## 3rd Day

### Claudia Comito

Claudia runs a cluster in Jülich.
`

inEachShell('the first trip', (shell) => {
  let home: Home
  let lanyard: RunningLanyard

  beforeAll(async () => {
    home = await shell.makeHome()
    lanyard = await shell.open({ home })
  })

  afterAll(async () => {
    await lanyard?.quit()
    await home?.remove()
  })

  test('a trip is created, and three days are written', async () => {
    const { page } = lanyard
    await makeTrip(page, {
      title: 'Lantern Conf 2026',
      firstDay: '2026-04-14',
      lastDay: '2026-04-16',
      city: 'Darmstadt',
    })

    await openDay(page, days[0])
    await addEntry(page, 'talk')
    await fill(page, 'Title', 'State of In-Browser ML')
    await addSpeaker(page, 'Oleh Kostromin')
    await fill(page, 'Room', 'Europium')
    await writeText(
      page,
      'It included a *great* summary of:\n\n- ONNX models\nWebGPU, “partially supported”\n\n> No silver bullet was provided.',
    )

    await openDay(page, days[1])
    await addEntry(page, 'note')
    await writeText(page, 'Lunch was good & the queue was long – [hyperscalers like AWS services] paid.')

    await openDay(page, days[2])
    await addEntry(page, 'person')
    await fill(page, 'Who', 'Claudia Comito')
    await openEntryDetails(page)
    await fill(page, 'Role', 'HPC developer')
    await writeText(page, 'Claudia runs a cluster in Jülich.')
    await waitUntilSaved(page)
    expect(await readStoredTexts(home.library)).toHaveLength(3)
  })

  test('everything is there after a restart', async () => {
    await lanyard.quit()
    lanyard = await shell.open({ home })
    const { page } = lanyard
    await openTrip(page, 'Lantern Conf 2026')
    await openDay(page, days[0])
    await openEntry(page, 'State of In-Browser ML')
    await openEntryDetails(page)
    expect(await page.getByRole('combobox', { name: 'Speaker: Name' }).inputValue()).toBe('Oleh Kostromin')
    expect(await page.getByRole('combobox', { name: 'Room' }).inputValue()).toBe('Europium')
    expect(await entryText(page).innerText()).toContain('“partially supported”')
    await openDay(page, days[2])
    await openEntry(page, 'Claudia Comito')
    expect(await entryText(page).innerText()).toBe('Claudia runs a cluster in Jülich.')
  })

  test('the report is arranged by day', async () => {
    const { page } = lanyard
    await goTo(page, 'report')
    const preview = page.getByRole('region', { name: 'Preview' })
    await preview.getByRole('heading', { name: '3rd Day' }).waitFor()
    expect(await preview.getByRole('heading').allInnerTexts()).toEqual([
      'Lantern Conf 2026',
      '1st Day',
      'State of In-Browser ML',
      '2nd Day',
      '3rd Day',
      'Claudia Comito',
    ])
    expect(await preview.getByRole('listitem').allInnerTexts()).toEqual([
      'ONNX models',
      'WebGPU, “partially supported”',
    ])
  })

  test('the report is exported as each kind of file, and the files contain what was typed', async () => {
    const { page } = lanyard
    for (const { name } of fileTargets) expect(await exportReport(page, render(name))).toMatch(/all there\.$/)

    const names = (await readdir(home.exports, { recursive: true })).toSorted()
    expect(names).toEqual([
      'lantern-conf-2026',
      'lantern-conf-2026.html',
      'lantern-conf-2026.txt',
      join('lantern-conf-2026', 'index.md'),
    ])
    const markdown = await readFile(join(home.exports, 'lantern-conf-2026', 'index.md'), 'utf8')
    expect(markdown).toMatch(/^---\ntitle: "Lantern Conf 2026"\n/)
    expect(markdown.replace(/^---\n[^]*?\n---\n\n/, '')).toBe(body)
    const html = await readFile(join(home.exports, 'lantern-conf-2026.html'), 'utf8')
    expect(html).toMatch(/<meta http-equiv="content-security-policy"/i)
    expect(html).toContain('<li>ONNX models</li>')
    const text = await readFile(join(home.exports, 'lantern-conf-2026.txt'), 'utf8')
    expect(text).toContain('Lunch was good & the queue was long – [hyperscalers like AWS services] paid.')
  })

  test('none of these steps was blocked by the content security policy or caused an error', () => {
    expect(lanyard.complaints).toEqual([])
  })
})
