import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunningDesktop } from '../support/desktop.ts'
import type { JobChannel } from '../../electron/shared/contract/index.ts'
import { callBridge } from '../support/call.ts'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { makeTrip, writeText } from '../support/steps.ts'
import { readStoredTexts } from '../support/stored-trip.ts'
import { onePixel, someTrip } from '../support/trips.ts'
import { must } from '../torture/ask.ts'
import { giveHome } from '../torture/give-home.ts'
import { engineOver } from '../torture/restart.ts'

const trip = { title: 'Lantern Conf 2026', firstDay: '2026-04-14', lastDay: '2026-04-14', city: 'Darmstadt' }
const sentence = 'The last sentence before the lights went out.'

const ended = ({ app }: RunningDesktop) =>
  new Promise<number | null>((resolve) => app.process().once('exit', (code) => resolve(code)))

/** Answers every question, and returns a function that returns the questions asked so far. */
async function answering({ app }: RunningDesktop, response: number): Promise<() => Promise<string[]>> {
  await inMain(
    app,
    ({ dialog }, answer) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      dialog.showMessageBox = async (...args: unknown[]) => {
        asked.push((args.at(-1) as { message: string }).message)
        return { response: answer, checkboxChecked: false }
      }
    },
    response,
  )
  return () => inMain(app, () => (globalThis as unknown as { asked: string[] }).asked, null)
}

/** Starts a job, and closes the window as soon as it is running. */
async function closeDuring<C extends JobChannel>({ app, page }: RunningDesktop, channel: C, input: object) {
  await inMain(
    app,
    ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      const contents = window?.webContents
      if (contents === undefined) return
      const send = contents.send.bind(contents)
      contents.send = (event: string, ...args: unknown[]) => {
        send(event, ...args)
        if (event !== 'job.progress') return
        contents.send = send
        window?.close()
      }
    },
    null,
  )
  return callBridge(page, channel, { ...input, jobId: crypto.randomUUID() }).catch(() => null)
}

const closeWhileExporting = (running: RunningDesktop, tripId: string) =>
  closeDuring(running, 'exports.run', { tripId, target: 'markdown', replace: true })

inShell('ending the program', desktopShell, (shell) => {
  let home: Home
  let lanyard: RunningDesktop | null

  beforeEach(async () => {
    home = await shell.makeHome()
    lanyard = null
  })

  afterEach(async () => {
    await lanyard?.kill()
    await home.remove()
  })

  const open = async () => {
    lanyard = await shell.open({ home })
    return lanyard
  }

  /** A trip whose export takes a moment. */
  async function prepareExport(): Promise<string> {
    const engine = await engineOver(join(home.folder, 'Documents'))
    const { trip: made } = await must(engine, 'trips.create', someTrip())
    for (let index = 0; index < 4; index++) {
      const data = new Uint8Array(Buffer.concat([onePixel, Buffer.alloc(8_000_000, index)]))
      const { photo } = await must(engine, 'photos.add', { tripId: made.id, name: `${index}.png`, data })
      const fields = { kind: 'note' as const, text: `![A picture](photo:${photo.id})` }
      await must(engine, 'entries.add', { tripId: made.id, kind: 'note', day: '2026-04-14', start: null, fields })
    }
    await engine.close()
    await giveHome(home)
    return made.id
  }

  const exported = () => readdir(home.exports).catch(() => [])

  test('closing the window during an export asks first; cancelling keeps it running, and stopping leaves nothing of it', async () => {
    const tripId = await prepareExport()
    const running = await open()
    const questions = await answering(running, 2)
    const outcome = await closeWhileExporting(running, tripId)
    expect(await questions()).toEqual(['Lanyard is still busy with an export.'])
    expect(outcome).toMatchObject({ ok: true })
    expect((await exported()).filter((name) => !name.startsWith('.'))).toHaveLength(1)

    await answering(running, 1)
    const [name = ''] = await exported()
    const earlier = await readFile(join(home.exports, name, 'index.md'), 'utf8')
    await callBridge(running.page, 'report.save', { tripId, changes: { title: 'Another title' } })
    const gone = ended(running)
    await closeWhileExporting(running, tripId)
    expect(await gone).toBe(0)
    expect(await exported()).toEqual([name])
    expect(await readFile(join(home.exports, name, 'index.md'), 'utf8')).toBe(earlier)
  })

  test('closing the window during an export can wait until it is done', async () => {
    const tripId = await prepareExport()
    const running = await open()
    await answering(running, 0)
    const gone = ended(running)
    await closeWhileExporting(running, tripId)
    expect(await gone).toBe(0)
    const [name = ''] = await exported()
    const text = await readFile(join(home.exports, name, 'index.md'), 'utf8')
    expect(text.match(/!\[A picture\]/g)).toHaveLength(4)
  })

  test('closing the window during an import asks first, and stopping it imports nothing', async () => {
    const running = await open()
    const questions = await answering(running, 2)
    const text = Buffer.from('# An imported trip\n\nWith a few words.\n').toString('base64')
    const days = { firstDay: '2026-04-14', lastDay: '2026-04-14' }
    const details = { ...someTrip(), ...days }
    const entry = { kind: 'note', title: '', speakers: [], session: 'talk', start: null, end: null, day: days.firstDay }
    const files = [{ name: 'report.md', data: { $bytes: text } }]
    const report = { tripId: null, files, plan: { details, entries: [entry] } }
    const outcome = await closeDuring(running, 'imports.create', report)
    expect(await questions()).toEqual(['Lanyard is still busy with an import.'])
    expect(outcome).toMatchObject({ ok: true })

    await answering(running, 1)
    const gone = ended(running)
    await closeDuring(running, 'imports.create', report)
    expect(await gone).toBe(0)
    const trips = (await readdir(home.library)).filter((name) => !name.startsWith('.'))
    expect(trips).toHaveLength(1)
  })

  test('closing the window during several jobs names each, and stopping them also ends one that waits for a dialog', async () => {
    const tripId = await prepareExport()
    const running = await open()
    const questions = await answering(running, 2)
    // A dialog for the place of the copy that nobody answers.
    await inMain(running.app, ({ dialog }) => void (dialog.showSaveDialog = () => new Promise(() => {})), null)
    const packing = callBridge(running.page, 'archives.pack', { tripId, jobId: crypto.randomUUID() }).catch(() => null)
    await closeWhileExporting(running, tripId)
    expect(await questions()).toEqual(['Lanyard is still busy with a copy of a trip and an export.'])

    await answering(running, 1)
    const gone = ended(running)
    await inMain(running.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null)
    expect(await gone).toBe(0)
    await packing
  })

  test('a signal of the system saves the latest text before the program ends', async () => {
    const running = await open()
    await makeTrip(running.page, trip)
    await writeText(running.page, sentence)
    const gone = ended(running)
    running.app.process().kill('SIGTERM')
    expect(await gone).toBe(0)
    expect(await readStoredTexts(home.library)).toEqual([sentence])
  })

  test('unsaved text is saved at once when the computer sleeps, is locked or logs off', async () => {
    const { app, page } = await open()
    await makeTrip(page, trip)
    // No timer triggers a save any more: only explicit requests do.
    await page.evaluate(() => Object.assign(window, { setTimeout: () => 0 }))
    let typed = ''
    for (const event of ['suspend', 'lock-screen', 'query-session-end']) {
      await writeText(page, `${event} and on.`)
      typed += `${event} and on.`
      await inMain(
        app,
        ({ BrowserWindow, powerMonitor }, name) => {
          if (name === 'query-session-end') BrowserWindow.getAllWindows()[0]?.emit(name, { preventDefault: () => {} })
          else powerMonitor.emit(name)
        },
        event,
      )
      await expect.poll(() => readStoredTexts(home.library)).toEqual([typed])
    }
  })

  test('on macOS, closing the window does not end the program, and the Dock opens another window', async () => {
    const { app, page } = await open()
    await inMain(app, () => Object.defineProperty(process, 'platform', { value: 'darwin' }), null)
    await makeTrip(page, trip)
    await writeText(page, sentence)
    await inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null)
    const windows = () => inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)
    await expect.poll(windows).toBe(0)
    expect(await readStoredTexts(home.library)).toEqual([sentence])

    const fresh = app.waitForEvent('window')
    await inMain(app, ({ app: own }) => void own.emit('activate'), null)
    await (await fresh).getByRole('heading', { level: 1, name: trip.title }).waitFor()
    await inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null)
    await expect.poll(windows).toBe(0)

    const gone = lanyard === null ? null : ended(lanyard)
    await inMain(app, ({ app: own }) => own.quit(), null).catch(() => {})
    expect(await gone).toBe(0)
  })
})
