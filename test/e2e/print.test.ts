import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { neutralizePdf } from '../../electron/journal/exporters/pdf/print.ts'
import { readPdf } from '../../electron/journal/exporters/pdf/read-pdf.ts'
import { hasProgram } from '../support/programs.ts'
import { unpackAll } from '../support/unpack-all.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { addEntry, makeTrip, waitUntilSaved, writeText } from '../support/steps.ts'

inShell('printing', desktopShell, (desktop) => {
  test('a report is exported as a PDF with an outline, tags, a title and its text in order, and nothing private', async () => {
    const home = await desktop.makeHome()
    const { page, quit } = await desktop.open({ home })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    await makeTrip(page, {
      title: 'Printed & Bound 2026',
      firstDay: '2026-04-14',
      lastDay: '2026-04-16',
      city: 'Darmstadt',
    })
    await writeText(
      page,
      'First the train.\n\n## Größe 日本\n\nThen the *tram*.\n\n| a | b |\n|---|---|\n| one | two |',
    )
    await addEntry(page, 'note')
    await writeText(page, 'Quittengelee.')
    await page.getByRole('button', { name: 'Keep private' }).click()
    await waitUntilSaved(page)
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: 'Export the report' })
    await dialog.getByRole('radio', { name: /^PDF/ }).focus()
    await page.keyboard.press('Space')
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByText(/Everything was written\./).waitFor()

    const [name = ''] = await readdir(home.exports)
    expect(name).toBe('printed-bound-2026.pdf')
    const path = join(home.exports, name)
    const data = new Uint8Array(await readFile(path))
    const { title, language, headings, pages } = readPdf(data)
    expect({ title, language, pages }).toEqual({ title: 'Printed & Bound 2026', language: 'en', pages: 1 })
    expect(headings.at(0)).toBe('Printed & Bound 2026')
    expect(headings).toContain('Größe 日本')
    // The dates are those of the trip, and nothing tells which computer it was.
    expect(neutralizePdf(data, '2026-04-16')).toEqual(data)
    expect(Buffer.from(data).toString('latin1')).not.toMatch(/Mozilla|Electron|Linux/)

    // What is packed in it, too. The words of its pages are looked for below.
    for (const part of unpackAll(Buffer.from(data))) expect(part.toString('latin1')).not.toContain('Quittengelee')

    if (!['qpdf', 'pdfinfo', 'pdftotext'].every(hasProgram)) return
    expect(execFileSync('qpdf', ['--check', path]).toString()).toContain('No syntax or stream encoding errors')
    expect(execFileSync('pdfinfo', [path]).toString()).toMatch(/Tagged: +yes/)
    const text = execFileSync('pdftotext', [path, '-']).toString()
    const places = ['First the train.', '日本', 'Then the tram.', 'one', 'two'].map((words) => text.indexOf(words))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(text).not.toContain('Quittengelee')
  })
})
