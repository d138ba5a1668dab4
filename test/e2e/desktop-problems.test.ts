import { readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identity } from '../../electron/shared/identity.ts'
import { callBridge, mustCall } from '../support/call.ts'
import type { RunningDesktop } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { onePixel } from '../support/trips.ts'
import { addEntry, addSpeaker, fill, makeTrip, waitUntilSaved, writeText } from '../support/steps.ts'

/** Words that a user types, or names of the user's files. All of them are private. */
const words = {
  title: 'Zanzibar',
  city: 'Ouagadougou',
  text: 'Quixotic',
  talk: 'Marmalade',
  speaker: 'Wilhelmina',
  author: 'Bartholomew',
  photo: 'Obsidian',
  library: 'Periwinkle',
  error: 'Thunderclap',
  file: 'Rhubarb',
}

inShell('when there is a problem', desktopShell, (shell) => {
  let home: Home
  let library: string
  let lanyard: RunningDesktop

  beforeAll(async () => {
    home = await shell.makeHome()
    library = join(home.folder, 'Documents', `${words.library} papers`)
    lanyard = await shell.open({ home, args: ['--library', library] })
  })

  afterAll(async () => {
    await lanyard?.quit()
    await home?.remove()
  })

  const choose = (label: string) =>
    inMain(
      lanyard.app,
      ({ Menu }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? [])
        items?.find((item) => item.label.replace('&', '') === wanted)?.click()
      },
      label,
    )

  const readLog = async () => {
    const folder = join(home.own, 'logs')
    const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    return texts.join('')
  }

  const reported = async () => {
    await choose('Report a Problem…')
    return lanyard.page.getByRole('dialog', { name: 'Report a problem' }).getByRole('region').innerText()
  }

  test('the log has what went wrong, and nothing that was written, named or chosen', async () => {
    const { page, app } = lanyard
    await mustCall(page, 'settings.save', { authorName: words.author })
    await makeTrip(page, { title: words.title, firstDay: '2026-04-14', lastDay: '2026-04-14', city: words.city })
    await addEntry(page, 'talk')
    await fill(page, 'Title', words.talk)
    await addSpeaker(page, words.speaker)
    await writeText(page, words.text)
    await waitUntilSaved(page)
    const { trips } = await mustCall(page, 'library.list', {})
    const tripId = trips[0]?.id

    // Failures of each kind: a picture, an import, an input, a save without a library, a link.
    const data = { $bytes: btoa(words.text) }
    await callBridge(page, 'photos.add', { tripId, name: `${words.photo}.png`, data })
    await callBridge(page, 'imports.understand', {
      jobId: crypto.randomUUID(),
      tripId: null,
      files: [{ name: `${words.file}.xyz`, data: { $bytes: onePixel.toString('base64') } }],
    })
    await callBridge(page, 'trips.open', { tripId: words.title, [words.title]: words.text })
    await callBridge(page, 'links.open', { url: `file:///${words.file}` })
    await rename(library, `${library} elsewhere`)
    await callBridge(page, 'trips.save', { tripId, changes: { title: words.title } })
    await rename(`${library} elsewhere`, library)

    // Unexpected errors in each place: the engine, the program, the page.
    const jobId = crypto.randomUUID()
    await mustCall(page, 'exports.run', { tripId, jobId, target: 'markdown', replace: false })
    await inMain(
      app,
      ({ shell: system }, word) => {
        system.showItemInFolder = (path) => {
          throw new Error(`${word} in ${path}`)
        }
        setTimeout(() => {
          throw Object.assign(new Error(`ENOENT: no such file, open '/${word}'`), { code: 'ENOENT', syscall: 'open' })
        })
      },
      words.error,
    )
    await callBridge(page, 'jobs.show', { jobId })
    await page.evaluate((word) => void setTimeout(() => JSON.parse(word)), words.error)
    await expect.poll(readLog).toMatch(/ error error\.page kind=thrown name=SyntaxError said="Unexpected token"/)
    await expect.poll(readLog).toMatch(/ error error\.main kind=thrown name=Error code=ENOENT call=open/)

    const log = await readLog()
    expect(log).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d info started lanyard=\d+\.\d+\.\d+ /)
    for (const [channel, failure] of [
      ['photos.add', 'photo.unsupported'],
      ['trips.open', 'input.invalid-field'],
      ['links.open', 'link.refused'],
    ]) {
      expect(log).toContain(` warn channel.failed channel=${channel} failure=${failure} ms=`)
    }
    for (const channel of ['imports.understand', 'trips.save'])
      expect(log).toContain(` warn channel.failed channel=${channel} failure=`)
    expect(log).toMatch(/ error error\.engine channel=jobs\.show name=Error/)
    const report = await reported()
    for (const text of [log, report]) {
      for (const word of [...Object.values(words), home.folder, tripId ?? ''])
        expect(text.toLowerCase()).not.toContain(word.toLowerCase())
    }
    expect((await stat(join(home.own, 'logs', 'lanyard.log'))).mode & 0o077).toBe(0)
    await page.keyboard.press('Escape')
  })

  test('a report is shown first, then copied or saved, and never sent automatically', async () => {
    const { page, app } = lanyard
    const target = join(home.folder, 'Documents', 'report.txt')
    await inMain(
      app,
      ({ dialog }, path) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
      },
      target,
    )
    await choose('Report a Problem…')
    const dialog = page.getByRole('dialog', { name: 'Report a problem' })
    const text = await dialog.getByRole('region', { name: 'The whole report' }).locator('pre').textContent()
    for (const part of [
      'Versions',
      'Electron',
      'System',
      'Settings',
      'Library',
      'Log, the newest last',
      'info started',
    ])
      expect(text).toContain(part)

    await dialog.getByRole('button', { name: 'Save as…' }).click()
    await page.getByText(`The report was saved as ${target}.`).waitFor()
    expect(await readFile(target, 'utf8')).toBe(text)
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await page.getByText('The report was copied.').waitFor()
    expect(await inMain(app, ({ clipboard }) => clipboard.readText(), null)).toBe(text)

    await page.keyboard.press('Escape')
  })

  test('the menu and the report lead to the addresses that are set for this program, and to no others', async () => {
    const { page, app } = lanyard
    await inMain(
      app,
      ({ dialog, shell: system }) => {
        const seen: string[] = []
        Object.assign(globalThis, { seen })
        dialog.showMessageBox = async (...args: unknown[]) => {
          seen.push((args.at(-1) as { detail: string }).detail)
          return { response: 1, checkboxChecked: false }
        }
        system.openExternal = async (url: string) => void seen.push(`opened ${url}`)
      },
      null,
    )
    await choose('Report a Problem…')
    const dialog = page.getByRole('dialog', { name: 'Report a problem' })
    await dialog.getByRole('region', { name: 'The whole report' }).waitFor()
    const issuePage = dialog.getByRole('button', { name: 'Open the issue page…' })
    expect(await issuePage.count()).toBe(identity.issues === null ? 0 : 1)
    if (identity.issues !== null) await issuePage.click()
    await page.keyboard.press('Escape')

    const labels = await inMain(
      app,
      ({ Menu }) => Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items.map(({ label }) => label)),
      null,
    )
    expect(labels?.some((label) => label?.includes('pdates'))).toBe(identity.releases !== null)
    if (identity.releases !== null) await choose('Check for Updates…')

    // Each is shown first, and opened only after a confirmation.
    const seen = () => inMain(app, () => (globalThis as unknown as { seen: string[] }).seen, null)
    await expect.poll(seen).toEqual([identity.issues, identity.releases].filter((address) => address !== null))
  })

  test('the licences of everything that Lanyard is made of are shown in a dialog', async () => {
    const { page } = lanyard
    await choose('About Lanyard')
    const about = page.getByRole('dialog', { name: /^Lanyard \d+\.\d+\.\d+$/ })
    await about.getByText('Chromium').waitFor()
    await about.getByRole('button', { name: 'Licences' }).click()
    const licences = page.getByRole('dialog', { name: 'Licences' })
    await expect.poll(() => licences.innerText()).toContain('MIT License')
    await page.keyboard.press('Escape')
  })
})
