import { spawn } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunningDesktop } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { makeTrip } from '../support/steps.ts'

const trip = { title: 'Lantern Conf 2026', firstDay: '2026-04-14', lastDay: '2026-04-14', city: 'Darmstadt' }

inShell('the window', desktopShell, (shell) => {
  let home: Home
  let lanyard: RunningDesktop

  beforeEach(async () => {
    home = await shell.makeHome()
    lanyard = await shell.open({ home })
  })

  afterEach(async () => {
    await lanyard.kill()
    await home.remove()
  })

  const bounds = () => inMain(lanyard.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds(), null)

  test('the window opens with the size and at the place where it was closed', async () => {
    const place = { x: 120, y: 90, width: 900, height: 640 }
    await inMain(lanyard.app, ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place)
    await expect.poll(bounds).toEqual(place)
    await lanyard.quit()
    lanyard = await shell.open({ home })
    expect(await bounds()).toEqual(place)
  })

  test('the window opens in the colour of its theme, so that a dark one does not flash', async () => {
    const colour = () =>
      inMain(lanyard.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor(), null)
    await lanyard.page.getByRole('button', { name: 'Settings' }).click()
    await lanyard.page.getByText('Venue', { exact: true }).click()
    await expect.poll(colour).toMatch(/^#(ff)?000000$/i)
    await lanyard.quit()
    lanyard = await shell.open({ home })
    expect(await colour()).toMatch(/^#(ff)?000000$/i)
    await expect.poll(() => lanyard.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('venue')
  })

  test('a second start brings the only window to the front and ends', async () => {
    await inMain(lanyard.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize(), null)
    const [program = '', ...args] = lanyard.command
    const second = spawn(program, args, { env: lanyard.environment, stdio: 'ignore' })
    const code = await new Promise((resolve) => second.once('exit', resolve))
    expect(code).toBe(0)
    const state = () =>
      inMain(
        lanyard.app,
        ({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
        null,
      )
    await expect.poll(state).toEqual([false])
  })

  test('the menu items of the window do what they say', async () => {
    const { app, page } = lanyard
    const choose = (label: string) =>
      inMain(
        app,
        ({ Menu }, wanted) => {
          const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? [])
          items?.find((item) => item.label.replace('&', '') === wanted)?.click()
        },
        label,
      )
    await page.getByRole('heading', { level: 1, name: 'Trips' }).waitFor()
    await choose('New Trip…')
    await page.getByRole('dialog', { name: 'New trip' }).waitFor()
    await page.keyboard.press('Escape')
    await makeTrip(page, trip)
    await choose('Report')
    await page.getByRole('region', { name: 'Preview' }).waitFor()
    await choose('Export…')
    await page.getByRole('dialog', { name: 'Export the report' }).waitFor()
    await page.keyboard.press('Escape')
    await choose('Settings…')
    await page.getByRole('dialog', { name: 'Settings' }).waitFor()
    await page.keyboard.press('Escape')
    await choose('Trips')
    await page.getByRole('heading', { level: 1, name: 'Trips' }).waitFor()
    expect(lanyard.complaints).toEqual([])
  })
})
