import { execFileSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { findWrongFuses } from '../../build/fuses.ts'
import { identity } from '../../electron/shared/identity.ts'
import { expectConfined } from '../support/confined-processes.ts'
import { type Home, makeHome } from '../support/home.ts'
import {
  apt,
  installedVersion,
  makeOlder,
  openInstalled,
  program,
  runAsUser,
  runInstalled,
  type RunningInstalled,
  theUser,
} from '../support/installed.ts'
import { hasProgram, root } from '../support/programs.ts'
import { shutDoors } from '../support/shut-doors.ts'
import {
  addEntry,
  entryText,
  exportReport,
  goTo,
  makeTrip,
  openDay,
  openEntry,
  openTrip,
  waitUntilSaved,
  writeText,
} from '../support/steps.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'

const packages = inject('packages')
const olderVersion = '0.0.1'

/** From the first installation of an older version to the removal of the newest, on this machine, in this order. */
describe.skipIf(packages === null)('Lanyard, installed', () => {
  let deb: string
  let home: Home
  let lanyard: RunningInstalled
  /** A trip that an early version of Lanyard wrote, which is left alone. */
  const early = '2026-06-09-bridges'

  beforeAll(async () => {
    const name = (await readdir(packages ?? '')).find((file) => file.endsWith('.deb'))
    deb = join(packages ?? '', name ?? '')
    const { owner } = theUser()
    home = await makeHome(owner)
    const folder = join(home.library, early)
    await mkdir(folder, { recursive: true })
    cpSync(join(root, 'test', 'fixtures', 'trip-version-1', TRIP_FILE), join(folder, TRIP_FILE))
    for (const path of [home.library, folder, join(folder, TRIP_FILE)]) await chown(path, owner.uid, owner.gid)
    await apt('install', await makeOlder(deb, olderVersion, join(packages ?? '', 'older')))
    lanyard = await openInstalled(home)
  })

  afterAll(async () => {
    await lanyard?.kill()
    if (installedVersion() !== null) await apt('purge', 'lanyard')
    await home?.remove()
  })

  test('the installed program is on the path of every user, in the right version', async () => {
    expect(installedVersion()).toBe(olderVersion)
    expect(await runInstalled(home, ['--version'])).toMatchObject({ code: 0, out: `${manifest.version}\n` })
  })

  test('the installed program runs its page in a sandbox, for an ordinary user, and no process with less protection', async ({
    skip,
  }) => {
    if (!theUser().hasSandbox) skip('this kernel gives ordinary users no sandbox')
    const session = await lanyard.browser.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const processes = processInfo.map(({ id, type }) => ({ id, isRenderer: type === 'renderer' }))
    expectConfined(processes, theUser().owner.uid)
  })

  test('the installed program has every fuse set, and no variable or flag overrides one', async () => {
    expect(await findWrongFuses(program)).toEqual([])
    const script = join(home.folder, 'script.cjs')
    await writeFile(script, 'console.log("strange code"); process.exit(7)\n')
    // A plain Node would run the script. Lanyard treats it as a file to open, and leaves that to the open window.
    const asNode = await runInstalled(home, [script], { ELECTRON_RUN_AS_NODE: '1' })
    expect(asNode).toMatchObject({ code: 0, out: '' })
    const required = await runInstalled(home, ['--version'], { NODE_OPTIONS: `--require ${script}` })
    expect(required).toMatchObject({ code: 0, out: `${manifest.version}\n` })
  })

  test('the installed program has no developer tools, and its page has no access to Node', async () => {
    const { page, browser } = lanyard
    await page.keyboard.press('Control+Shift+I')
    await page.keyboard.press('F12')
    await page.waitForTimeout(300)
    const session = await browser.newBrowserCDPSession()
    const { targetInfos } = await session.send('Target.getTargets')
    expect(targetInfos.map(({ url }) => url).filter((url) => url.startsWith('devtools:'))).toEqual([])
    const names = ['require', 'process', 'module', 'global', 'Buffer', '__dirname']
    expect(await page.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([])
    expect(page.url()).toBe('app://lanyard/')
  })

  test.each(shutDoors.map(({ name, expectShut }) => [name, expectShut] as const))(
    'in the installed program, %s',
    async (_, expectShut) => {
      await expectShut(lanyard.page)
      // What the page complains about now is that the doors are shut.
      lanyard.complaints.length = 0
    },
  )

  test('the installed program creates and writes a trip', async () => {
    const { page } = lanyard
    // What was dropped onto the window is offered for import.
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await makeTrip(page, { title: 'Lantern Conf', firstDay: '2026-04-14', lastDay: '2026-04-16', city: 'Darmstadt' })
    await openDay(page, 'Tuesday, 14 April')
    await addEntry(page, 'note')
    await writeText(page, 'Two trains and a tram, and then the *old* hall.')
    await waitUntilSaved(page)
    expect(Object.values(await readTrips(home.library)).join('')).toContain('Two trains and a tram')
  })

  test('a newer version is installed while the window is open, which can still write and export', async () => {
    await apt('install', deb)
    expect(installedVersion()).toBe(manifest.version)
    expect(existsSync('/opt/Lanyard/plugins')).toBe(false)
    const { page } = lanyard
    await writeText(page, '\nWritten while a newer version came.')
    await waitUntilSaved(page)
    await goTo(page, 'report')
    expect(await exportReport(page, 'Markdown folder')).toMatch(/all there\.$/)
    expect(await readFile(join(home.exports, 'lantern-conf', 'index.md'), 'utf8')).toContain('a newer version came')
    expect(lanyard.complaints).toEqual([])
    await lanyard.quit()
  })

  test('the newer version has everything that was written with the older one, and leaves other files alone', async () => {
    const before = await readTrips(home.library)
    lanyard = await openInstalled(home)
    const { page } = lanyard
    // It opens where it was closed.
    await page.getByRole('heading', { level: 1, name: 'Lantern Conf' }).waitFor()
    await page.getByRole('button', { name: 'Trips', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: /^Brückenkonferenz 2026/ }).waitFor()
    await openTrip(page, 'Lantern Conf')
    await openDay(page, 'Tuesday, 14 April')
    await openEntry(page, 'Two trains and a tram')
    expect(await entryText(page).innerText()).toMatch(
      /^Two trains and a tram, .*\nWritten while a newer version came\.$/,
    )
    expect(await readTrips(home.library)).toEqual(before)
    await writeText(page, ' And with the newer one.')
    await waitUntilSaved(page)
    const after = await readTrips(home.library)
    expect(after[early]).toBe(before[early])
    expect(Object.values(after).join('')).toContain('And with the newer one.')
    await goTo(page, 'report')
    for (const target of ['HTML file', 'Plain text']) expect(await exportReport(page, target)).toMatch(/all there\.$/)
    expect(lanyard.complaints).toEqual([])
    await lanyard.quit()
  })

  test('the installed program is also a command line, even without a screen', async () => {
    const noScreen = { DISPLAY: '', WAYLAND_DISPLAY: '' }
    const { code, out } = await runInstalled(home, ['trips', '--json'], noScreen)
    expect(code).toBe(0)
    expect(out).toContain('"Lantern Conf"')
    // Imports are read in a worker thread, which has to start from inside the archive too.
    const report = join(home.folder, 'report.md')
    await writeFile(report, '# Harbour Days\n\nWe arrived on 6 May 2026, by boat.\n')
    expect(await runInstalled(home, ['import', report], noScreen)).toMatchObject({ code: 0 })
    const window = await runInstalled(home, [], noScreen)
    expect(window.code).toBe(1)
    expect(window.said).toContain(
      'There is no screen to open a window on. To see what Lanyard can do without one, use "lanyard help".',
    )
  })

  test('a command of the installed program exports a PDF where there is a screen, and says so where there is none', async () => {
    const command = ['export', 'Lantern Conf', '--to', 'pdf', '--out', home.folder, '--json']
    const refused = await runInstalled(home, command, { DISPLAY: '', WAYLAND_DISPLAY: '' })
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.said).toContain('A PDF can only be made by an installed Lanyard that has a screen.')
    const { code, out } = await runInstalled(home, command)
    expect(code).toBe(0)
    const { path } = JSON.parse(out) as { path: string }
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
    // With a window open at the same time, too.
    const window = await openInstalled(home)
    expect(await runInstalled(home, [...command, '--replace', '--option', 'paper=letter'])).toMatchObject({ code: 0 })
    await window.quit()
  })

  test('no value of a command is taken for a switch of Chromium', async () => {
    const [log, folder] = [join(home.folder, 'precious.txt'), join(home.folder, 'no-data')]
    await writeFile(log, 'precious\n')
    await chown(log, theUser().owner.uid, theUser().owner.gid)
    const values = [
      '--title',
      '--enable-logging=file',
      '--venue',
      `--log-file=${log}`,
      '--city',
      `--user-data-dir=${folder}`,
    ]
    const days = ['--first-day', '2026-10-01', '--last-day', '2026-10-02', '--time-zone', 'Europe/Zurich']
    const library = ['--library', join(home.folder, 'switches')]
    expect(await runInstalled(home, ['new', ...values, ...days, ...library])).toMatchObject({ code: 0 })
    expect((await runInstalled(home, ['show', '--enable-logging=file', ...library])).code).toBe(2)
    expect((await runInstalled(home, ['trips', ...library])).out).toContain('--enable-logging=file')
    expect(await readFile(log, 'utf8')).toBe('precious\n')
    expect(existsSync(folder)).toBe(false)
  })

  test.skipIf(!hasProgram('mimetype'))('an exported trip that is opened in the file manager is imported', async () => {
    const [elsewhere, file] = [join(home.folder, 'elsewhere'), join(home.folder, 'valley.lanyard')]
    const trip = ['--title', 'Valley Meetup', '--first-day', '2026-09-01', '--last-day', '2026-09-02']
    await runInstalled(home, ['new', ...trip, '--time-zone', 'Europe/Zurich', '--library', elsewhere])
    expect(await runInstalled(home, ['pack', 'Valley Meetup', '--out', file, '--library', elsewhere])).toMatchObject({
      code: 0,
    })
    expect(askSystem('filetype', file)).toBe('application/vnd.lanyard.trip+zip')
    expect(askSystem('default', 'application/vnd.lanyard.trip+zip')).toBe(`${identity.appId}.desktop`)

    lanyard = await openInstalled(home)
    await lanyard.page.getByRole('heading', { level: 1 }).first().waitFor()
    const opened = runAsUser(home, ['xdg-open', file])
    await lanyard.page.getByRole('heading', { level: 1, name: 'Valley Meetup' }).waitFor()
    expect(await opened).toMatchObject({ code: 0 })
    expect(Object.values(await readTrips(home.library)).join('')).toContain('Valley Meetup')
    expect(lanyard.complaints).toEqual([])
    await lanyard.quit()
  })

  test('the program is removed without a trace, and the trips and their exports stay', async () => {
    const [trips, exports] = [await readTrips(home.library), await readdir(home.exports, { recursive: true })]
    const settings = await readdir(home.own)
    await apt('purge', 'lanyard')
    expect(installedVersion()).toBe(null)
    const left = ['/opt/Lanyard', '/usr/bin/lanyard', '/etc/apparmor.d/lanyard', '/usr/share/mime/packages/lanyard.xml']
    expect(left.filter((path) => existsSync(path))).toEqual([])
    expect(await readTrips(home.library)).toEqual(trips)
    expect(await readdir(home.exports, { recursive: true })).toEqual(exports)
    expect(await readdir(home.own)).toEqual(settings)
  })
})

function askSystem(what: 'filetype' | 'default', of: string): string {
  return execFileSync('xdg-mime', ['query', what, of], { encoding: 'utf8' }).trim()
}

/** Every trip's file, by the trip's folder, byte for byte. */
async function readTrips(library: string): Promise<Record<string, string>> {
  const folders = (await readdir(library)).filter((name) => !name.startsWith('.'))
  const files = folders.map(async (name) => [name, await readFile(join(library, name, TRIP_FILE), 'latin1')] as const)
  return Object.fromEntries(await Promise.all(files))
}
