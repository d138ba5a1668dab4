import { rename } from 'node:fs/promises'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { browserShell, desktopShell, inEachShell, inShell, type RunningLanyard } from '../support/shells.ts'
import { entryText, makeTrip, openDay, openEntry, openTrip, waitUntilSaved, writeText } from '../support/steps.ts'
import { readStoredTexts } from '../support/stored-trip.ts'

const trip = { title: 'Lantern Conf 2026', firstDay: '2026-04-14', lastDay: '2026-04-14', city: 'Darmstadt' }
const sentence = 'The last sentence before the lights went out.'

inEachShell('nothing that was typed is lost', (shell) => {
  let home: Home
  let lanyard: RunningLanyard

  beforeEach(async () => {
    home = await shell.makeHome()
    lanyard = await shell.open({ home })
    await makeTrip(lanyard.page, trip)
  })

  afterEach(async () => {
    await lanyard.kill()
    await home.remove()
  })

  test('quitting saves what was typed a moment ago', async () => {
    await writeText(lanyard.page, sentence)
    await lanyard.quit()
    expect(await readStoredTexts(home.library)).toEqual([sentence])
  })

  test('whatever the window showed as saved is there after the program was killed', async () => {
    await writeText(lanyard.page, sentence)
    await waitUntilSaved(lanyard.page)
    await lanyard.kill()
    expect(await readStoredTexts(home.library)).toEqual([sentence])

    lanyard = await shell.open({ home })
    await openTrip(lanyard.page, trip.title)
    await openDay(lanyard.page, 'Tuesday, 14 April')
    await openEntry(lanyard.page, 'Note')
    expect(await entryText(lanyard.page).innerText()).toBe(sentence)
  })

  test('a page that is reloaded shows what was saved, in the same place', async () => {
    await writeText(lanyard.page, sentence)
    await waitUntilSaved(lanyard.page)
    await lanyard.page.reload()
    expect(await entryText(lanyard.page).innerText()).toBe(sentence)
  })
})

inShell('nothing that was typed is lost', browserShell, (shell) => {
  test('a tab that is closed right after typing asks first, and saves the text', async () => {
    const home = await shell.makeHome()
    const lanyard = await shell.open({ home })
    onTestFinished(async () => {
      await lanyard.kill()
      await home.remove()
    })
    await makeTrip(lanyard.page, trip)
    const asked = new Promise<string>((resolve) => {
      lanyard.page.once('dialog', (dialog) => {
        resolve(dialog.type())
        void dialog.accept()
      })
    })
    await writeText(lanyard.page, sentence)
    await lanyard.page.reload()
    expect(await asked).toBe('beforeunload')
    await expect.poll(() => readStoredTexts(home.library)).toEqual([sentence])
  })
})

inShell('nothing that was typed is lost', desktopShell, (shell) => {
  test('closing asks first if something could not be saved, and cancelling keeps it', async () => {
    const home = await shell.makeHome()
    const lanyard = await shell.open({ home })
    onTestFinished(async () => {
      await lanyard.kill()
      await home.remove()
    })
    const { app, page } = lanyard
    await makeTrip(page, trip)
    await waitUntilSaved(page)

    await rename(home.library, `${home.library} elsewhere`)
    await writeText(page, sentence)
    await page.getByRole('contentinfo').getByRole('alert').waitFor()
    await inMain(
      app,
      ({ BrowserWindow, dialog }) => {
        const asked: string[] = []
        Object.assign(globalThis, { asked })
        dialog.showMessageBox = async (...args: unknown[]) => {
          asked.push((args.at(-1) as { message: string }).message)
          return { response: 0, checkboxChecked: false }
        }
        BrowserWindow.getAllWindows()[0]?.close()
      },
      null,
    )
    const asked = () => inMain(app, () => (globalThis as unknown as { asked: string[] }).asked, null)
    await expect.poll(asked, { timeout: 10_000 }).toEqual(['One text is not saved yet.'])
    expect(await entryText(page).innerText()).toBe(sentence)

    await rename(`${home.library} elsewhere`, home.library)
    await lanyard.quit()
    expect(await readStoredTexts(home.library)).toEqual([sentence])
  })
})
