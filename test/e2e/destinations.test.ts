import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findingsInBoth } from '../support/axe-findings.ts'
import { inMain } from '../support/in-main.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { makeTrip, waitUntilSaved, writeText } from '../support/steps.ts'

inShell('destinations', desktopShell, (desktop) => {
  test('a report goes into a site twice, and what was edited there in between stays', async () => {
    const home = await desktop.makeHome()
    const { app, page, quit } = await desktop.open({ home })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    const site = join(home.folder, 'site')
    await mkdir(site)
    await writeFile(join(site, 'hugo.toml'), 'title = "A site"\n')
    const { uid, gid } = await stat(home.folder)
    await chown(site, uid, gid)
    await makeTrip(page, {
      title: 'Quick Exports 2026',
      firstDay: '2026-04-14',
      lastDay: '2026-04-16',
      city: 'Darmstadt',
    })
    await writeText(page, 'We took the night train.')
    await waitUntilSaved(page)
    await inMain(
      app,
      ({ dialog }, folder) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] })
      },
      site,
    )

    await page.keyboard.press('Control+e')
    await page.getByRole('button', { name: 'New destination…' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('My blog')
    expect(await findingsInBoth(page, 'form')).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: 'My blog', checked: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(/all there\.$/).waitFor()
    const file = join(site, 'content', 'posts', 'quick-exports-2026', 'index.md')
    const written = await readFile(file, 'utf8')
    await page.keyboard.press('Enter')

    await writeFile(file, `${written.replace('title:', 'weight: 3 # mine\ntitle:')}\nSee you there!\n`)
    await writeText(page, ' It was late.')
    await waitUntilSaved(page)
    await page.keyboard.press('Control+e')
    await page.getByRole('dialog', { name: 'Export the report' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('What was edited in the site is still there.').waitFor()
    const text = await readFile(file, 'utf8')
    expect(text).toMatch(/^---\nweight: 3 # mine\ntitle: "Quick Exports 2026"\n/)
    expect(text).toMatch(/We took the night train\. It was late\.\n\nSee you there!\n$/)
    // What is changed on both sides is asked about, and written as it was chosen.
    await page.keyboard.press('Enter')
    await writeFile(file, text.replace('It was late.', 'It was early.'))
    await writeText(page, ' Very late.')
    await waitUntilSaved(page)
    await page.keyboard.press('Control+e')
    await page.getByRole('dialog', { name: 'Export the report' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('It was early.').waitFor()
    expect(await findingsInBoth(page, 'conflicts')).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.getByRole('radio', { name: 'Keep what is in the site', checked: true }).waitFor()
    expect(await findingsInBoth(page, 'decided conflicts')).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('What was edited in the site is still there.').waitFor()
    expect(await readFile(file, 'utf8')).toContain('It was early.')
    expect(await readFile(join(site, 'hugo.toml'), 'utf8')).toBe('title = "A site"\n')
  })
})
