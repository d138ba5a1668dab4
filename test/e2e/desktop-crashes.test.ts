import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunningDesktop } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { entryText, makeTrip, waitUntilSaved, writeText } from '../support/steps.ts'
import { readStoredTexts } from '../support/stored-trip.ts'

const trip = { title: 'Lantern Conf 2026', firstDay: '2026-04-14', lastDay: '2026-04-14', city: 'Darmstadt' }
const before = 'Typed before it happened.'
const after = ' And after it.'

inShell('when something of the program dies', desktopShell, (shell) => {
  let home: Home
  let lanyard: RunningDesktop

  beforeEach(async () => {
    home = await shell.makeHome()
    lanyard = await shell.open({ home, crashes: true })
    await makeTrip(lanyard.page, trip)
    await writeText(lanyard.page, before)
  })

  afterEach(async () => {
    await lanyard.kill()
    await home.remove()
  })

  const messages = () => lanyard.page.getByRole('region', { name: 'Messages' })

  /**
   * The content and state of the window, read from the window itself, because Playwright stops using a crashed page.
   */
  const shown = () =>
    inMain(
      lanyard.app,
      ({ BrowserWindow }) =>
        Promise.race<unknown>([
          // oxlint-disable-next-line no-restricted-properties -- Playwright cannot access a page that has crashed
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
          new Promise((resolve) => setTimeout(resolve, 500, 'nothing')),
        ]),
      null,
    )

  const log = async () => {
    const folder = join(home.own, 'logs')
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    return files.join('')
  }

  /** Keeps typing, and expects all of it on the screen and on the disk. */
  async function expectWritable(text: string): Promise<void> {
    await entryText(lanyard.page).click()
    await lanyard.page.keyboard.press('ControlOrMeta+End')
    await lanyard.page.keyboard.insertText(text)
    await waitUntilSaved(lanyard.page)
    expect(await entryText(lanyard.page).innerText()).toBe(before + text)
    expect(await readStoredTexts(home.library)).toEqual([before + text])
  }

  test('the graphics process is restarted, and when it crashes again, Lanyard offers to work without the graphics card', async () => {
    const { app, page } = lanyard
    const killGraphics = async () => {
      const pid = await inMain(
        app,
        ({ app: own }) => own.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? null,
        null,
      )
      if (pid === null) throw new Error('Nothing draws.')
      process.kill(pid, 'SIGKILL')
      return pid
    }
    const first = await killGraphics()
    await messages().getByText('the window was redrawn. Your text is safe.').waitFor()
    await expectWritable(after)
    await expect
      .poll(() => inMain(app, ({ app: own }) => own.getAppMetrics().find(({ type }) => type === 'GPU')?.pid, null))
      .toSatisfy((pid) => pid !== undefined && pid !== first)
    await killGraphics()
    const offer = messages().getByRole('button', { name: 'Start again' })
    await offer.waitFor()
    expect(await log()).toMatch(/ warn process\.gone process=GPU reason=killed exit=\d+\n/)

    // Only checks whether it would restart: nobody would end a second program.
    await inMain(app, ({ app: own }) => Object.assign(own, { relaunch: () => {} }), null)
    await page.keyboard.insertText(' Once more.')
    const ended = new Promise((resolve) => app.process().once('exit', resolve))
    await offer.click()
    await ended
    expect(await readStoredTexts(home.library)).toEqual([`${before}${after} Once more.`])

    lanyard = await shell.open({ home, crashes: true })
    const isDrawnByProcessor = await inMain(
      lanyard.app,
      ({ app: own, Menu }) => ({
        compositing: own.getGPUFeatureStatus().gpu_compositing,
        isChecked: Menu.getApplicationMenu()
          ?.items.flatMap((menu) => menu.submenu?.items ?? [])
          .find(({ label }) => label.includes('Graphics Card'))?.checked,
      }),
      null,
    )
    expect(isDrawnByProcessor).toEqual({ compositing: 'disabled_software', isChecked: false })
    expect(await log()).toContain('graphics=software')
  })

  test('an uncaught error is reported, logged without its message, and does not stop saving', async () => {
    await inMain(
      lanyard.app,
      () => {
        setTimeout(() => {
          throw new TypeError('Zanzibar is not a function')
        })
        void Promise.reject(new Error('Zanzibar'))
      },
      null,
    )
    await messages().getByText('Something went wrong inside Lanyard. Your text is safe, and saving goes on.').waitFor()
    await expectWritable(after)
    await lanyard.page.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('Zanzibar')
      })
    })
    await expect.poll(log).toMatch(/ error error\.page kind=thrown name=RangeError/)
    const lines = await log()
    expect(lines).toMatch(/ error error\.main kind=thrown name=TypeError said="is not a function"/)
    expect(lines).toMatch(/ error error\.main kind=rejected name=Error/)
    expect(lines).not.toContain('Zanzibar')
    await messages().getByRole('button', { name: 'Report it…' }).click()
    await lanyard.page.getByRole('dialog', { name: 'Report a problem' }).waitFor()
  })

  test('errors in a loop end the program after unsaved text has been saved', async () => {
    const ended = new Promise<number | null>((resolve) => lanyard.app.process().once('exit', resolve))
    await inMain(
      lanyard.app,
      ({ dialog }) => {
        dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
        setInterval(() => {
          throw new Error('again')
        }, 1)
      },
      null,
    ).catch(() => {})
    await ended
    expect(await readStoredTexts(home.library)).toEqual([before])
    expect(await log()).toMatch(/ info quit /)
  })

  test('a page that has crashed reopens in the same place with everything that was saved, and says so', async () => {
    await waitUntilSaved(lanyard.page)
    await inMain(
      lanyard.app,
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      null,
    )
    await expect.poll(shown, { timeout: 20_000 }).toContain(before)
    await expect
      .poll(shown)
      .toMatch(/The window had stopped and was opened again\. Your text up to \d\d:\d\d:\d\d is here\./)
    expect(await readStoredTexts(home.library)).toEqual([before])
    expect(await log()).toMatch(/ error page\.gone reason=\S+ exit=\d+\n\S+ warn page\.reopened times=1\n/)
    // The new page saves like the old one.
    await inMain(
      lanyard.app,
      ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.insertText(text),
      after,
    )
    await expect.poll(() => readStoredTexts(home.library)).not.toEqual([before])
    expect((await readStoredTexts(home.library))[0]).toContain(after.trim())

    // A page that crashes repeatedly is not reopened without asking.
    await inMain(
      lanyard.app,
      ({ dialog }) => {
        const asked: string[] = []
        Object.assign(globalThis, { asked })
        dialog.showMessageBox = async (...args: unknown[]) => {
          asked.push((args.at(-1) as { message: string }).message)
          return { response: 0, checkboxChecked: false }
        }
      },
      null,
    )
    for (let time = 0; time < 2; time++) {
      await inMain(
        lanyard.app,
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
        null,
      )
      await expect.poll(shown, { timeout: 20_000 }).toContain(before)
    }
    expect(await inMain(lanyard.app, () => (globalThis as unknown as { asked: string[] }).asked, null)).toEqual([
      'The window stops working again and again.',
    ])
  })

  test('the user can wait for an unresponsive page, or reopen it, and does not return to the place where it hung', async () => {
    await waitUntilSaved(lanyard.page)
    // The place has been open for a while, without any trouble.
    await pause(3_000)
    await inMain(
      lanyard.app,
      ({ dialog }) => {
        const asked: string[] = []
        Object.assign(globalThis, { asked })
        dialog.showMessageBox = async (...args: unknown[]) => {
          asked.push((args.at(-1) as { detail: string }).detail)
          // First wait, then reopen it.
          return { response: asked.length - 1, checkboxChecked: false }
        }
      },
      null,
    )
    // It never responds again.
    void lanyard.page.evaluate('for (;;);').catch(() => {})
    await pause(200)
    const complain = () =>
      inMain(lanyard.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'), null)
    await complain()
    await pause(200)
    expect(await shown()).toBe('nothing')
    await pause(7_000)
    await complain()
    await expect.poll(shown, { timeout: 20_000 }).toMatch(/The window had stopped and was opened again/)
    expect(await shown()).toContain('1 entry')
    expect(await shown()).not.toContain(before)
    const asked = await inMain(lanyard.app, () => (globalThis as unknown as { asked: string[] }).asked, null)
    expect(asked).toHaveLength(2)
    expect(asked[0]).toMatch(/^What was saved up to \d\d:\d\d:\d\d is safe\./)
  })
})
