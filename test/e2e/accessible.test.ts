import { expect, onTestFinished, test } from 'vitest'
import { findings } from '../support/axe-findings.ts'
import { anyShell, inShell } from '../support/shells.ts'
import { openTrip } from '../support/steps.ts'

inShell('nobody is shut out', anyShell, (shell) => {
  test('axe finds no violations in a trip in a narrow window, where buttons show only their icons', async () => {
    const home = await shell.makeHome()
    const { page, quit } = await shell.open({ home, args: ['--sample'], size: { width: 640, height: 700 } })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    await openTrip(page, 'Commonplace 2026')
    await page.getByRole('grid', { name: 'Days' }).waitFor()
    expect(await page.evaluate(() => window.innerWidth)).toBeLessThan(720)
    expect(await findings(page)).toEqual([])
  })
})
