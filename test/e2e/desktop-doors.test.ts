import { stat } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { channels } from '../../electron/shared/contract/index.ts'
import { callBridge, mustCall } from '../support/call.ts'
import { expectConfined } from '../support/confined-processes.ts'
import type { RunningDesktop } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { shutDoors } from '../support/shut-doors.ts'
import { onePixel, someTrip } from '../support/trips.ts'

/* The list in the section "Settings" of the security design, checked in the running program. */
inShell('the doors that are shut', desktopShell, (desktop) => {
  let home: Home
  let lanyard: RunningDesktop
  let tripId: string

  beforeAll(async () => {
    home = await desktop.makeHome()
    lanyard = await desktop.open({ home })
    const { trip } = await mustCall(lanyard.page, 'trips.create', someTrip())
    tripId = trip.id
    await mustCall(lanyard.page, 'photos.add', {
      tripId,
      name: 'dot.png',
      data: { $bytes: onePixel.toString('base64') },
    })
  })

  afterAll(async () => {
    await lanyard?.kill()
    await home?.remove()
  })

  test('the window has every preference that confines a page', async () => {
    const preferences = await lanyard.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    })
    // Electron only reports these if they are switched on.
    const others = ['nodeIntegrationInWorker', 'navigateOnDragDrop', 'enableBlinkFeatures', 'disableBlinkFeatures']
    expect(others.filter((name) => Boolean(preferences[name]))).toEqual([])
  })

  test("no switch, variable or scheme weakens Chromium's checks, and no invalid certificate is accepted", async () => {
    const loose = await lanyard.app.evaluate(({ app, BrowserWindow, protocol, session }) => {
      const switches = [
        'allow-running-insecure-content',
        'auth-server-whitelist',
        'disable-site-isolation-trials',
        'disable-web-security',
        'enable-blink-features',
        'host-rules',
        'ignore-certificate-errors',
        'ignore-certificate-errors-spki-list',
        'js-flags',
        'proxy-server',
        'reduce-security-for-testing',
        'unsafely-treat-insecure-origin-as-secure',
      ]
      const { protocol: untouched } = session.fromPartition('untouched')
      const schemes = ['http', 'https', 'file', 'ws', 'wss', 'data']
      const accepted: string[] = []
      for (const name of ['certificate-error', 'select-client-certificate', 'login']) {
        const accept = () => void accepted.push(name)
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        app.emit(
          name,
          { preventDefault: accept },
          contents,
          'https://example.com/',
          'net::ERR_CERT_INVALID',
          {},
          accept,
        )
      }
      return [
        ...switches.filter((name) => app.commandLine.hasSwitch(name)),
        ...schemes.filter((name) => protocol.isProtocolHandled(name) !== untouched.isProtocolHandled(name)),
        ...Object.keys(process.env).filter((name) => name === 'ELECTRON_DISABLE_SECURITY_WARNINGS'),
        ...accepted,
      ]
    })
    expect(loose).toEqual([])
  })

  test('the page runs in a sandbox, and no process was started with less protection', async ({ skip }) => {
    const { processes, hasSandbox } = await lanyard.app.evaluate(({ app }) => ({
      processes: app.getAppMetrics().map(({ pid, type }) => ({ id: pid, isRenderer: type === 'Tab' })),
      hasSandbox: !app.commandLine.hasSwitch('no-sandbox'),
    }))
    if (process.platform !== 'linux' || !hasSandbox) skip('the super-user has no sandbox')
    const { uid } = await stat(home.own)
    // Playwright needs the inspector to reach the main process.
    expectConfined(processes, uid, ['inspect'])
  })

  test.each(shutDoors.map(({ name, expectShut }) => [name, expectShut] as const))('%s', async (_, expectShut) => {
    await expectShut(lanyard.page)
    expect(await inMain(lanyard.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1)
  })

  test('every request of a page to go elsewhere is blocked, immediately and permanently', async () => {
    const open = await inMain(
      lanyard.app,
      ({ webContents }) => {
        const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']
        return webContents.getAllWebContents().flatMap((contents) =>
          events.filter((name) => {
            let prevented = false
            const event = { preventDefault: () => void (prevented = true), url: 'https://example.com/' }
            contents.emit(name, event, {}, {})
            return !prevented
          }),
        )
      },
      null,
    )
    expect(open).toEqual([])
    const strange = await lanyard.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      let prevented = false
      window.webContents.emit('will-navigate', { preventDefault: () => void (prevented = true) })
      window.destroy()
      return prevented
    })
    expect(strange).toBe(true)
  })

  test('the page cannot download anything', async () => {
    const prevented = await lanyard.app.evaluateHandle(({ session }) => ({
      download: new Promise<boolean>((resolve) => {
        session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented))
      }),
    }))
    await lanyard.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['text']))
      link.download = 'text.txt'
      link.click()
    })
    expect(await prevented.evaluate(({ download }) => download)).toBe(true)
  })

  test('every open channel is in the contract and refuses everything except our page', async () => {
    const { names, events, answers } = await lanyard.app.evaluate(async ({ BrowserWindow, ipcMain, webContents }) => {
      type Handler = (event: unknown, input: unknown) => Promise<unknown>
      const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> }
      const sender = BrowserWindow.getAllWindows()[0]?.webContents
      const strangers = [
        { sender, senderFrame: null },
        { sender, senderFrame: { url: 'https://example.com/', parent: null } },
        { sender, senderFrame: { url: 'app://lanyard/', parent: {} } },
      ]
      const calls = [...handlers.values()].flatMap((handler) => strangers.map((event) => handler(event, {})))
      // In addition to `ipcMain`, each page and each frame has its own message channel.
      const own = webContents.getAllWebContents().flatMap((contents) => {
        const doors = [contents.ipc, contents.mainFrame.ipc] as unknown as {
          _invokeHandlers: Map<string, Handler>
          eventNames(): (string | symbol)[]
        }[]
        return doors.flatMap((door) => {
          const { _invokeHandlers: answering } = door
          return [...answering.keys(), ...door.eventNames()]
        })
      })
      return {
        names: [...handlers.keys()],
        events: [...ipcMain.eventNames(), ...own],
        answers: await Promise.all(calls),
      }
    })
    expect(names.toSorted()).toEqual(Object.keys(channels).toSorted())
    // Electron itself listens to this one.
    expect(events.filter((event) => event !== 'error')).toEqual([])
    expect(answers).toHaveLength(names.length * 3)
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'input.foreign-caller' } })
  })

  test('a link opens only as https or mailto, and only after its whole address was shown', async () => {
    const { app, page } = lanyard
    await app.evaluate(({ dialog, shell }) => {
      const seen = { asked: [] as string[], opened: [] as string[] }
      ;(globalThis as unknown as { seen: typeof seen }).seen = seen
      dialog.showMessageBox = async (...args: unknown[]) => {
        const detail = (args.at(-1) as { detail: string }).detail
        seen.asked.push(detail)
        return { response: detail.includes('open-me') ? 0 : 1, checkboxChecked: false }
      }
      shell.openExternal = async (url: string) => void seen.opened.push(url)
    })
    const hostile = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'smb://host/share',
      'data:text/html,x',
      'ms-word:x',
      '',
    ]
    const answers = await Promise.all(hostile.map((url) => callBridge(page, 'links.open', { url })))
    expect(answers.filter(({ ok }) => ok)).toEqual([])
    await mustCall(page, 'links.open', { url: 'https://example.com/not-now?a=b#c' })
    await mustCall(page, 'links.open', { url: 'https://example.com/open-me' })
    await mustCall(page, 'links.open', { url: 'mailto:open-me@example.com?subject=Hi&attach=/etc/passwd' })
    const seen = await app.evaluate(
      () => (globalThis as unknown as { seen: { asked: string[]; opened: string[] } }).seen,
    )
    expect(seen.asked).toEqual([
      'https://example.com/not-now?a=b#c',
      'https://example.com/open-me',
      'mailto:open-me@example.com?subject=Hi',
    ])
    expect(seen.opened).toEqual(['https://example.com/open-me', 'mailto:open-me@example.com?subject=Hi'])
  })
})
