import { join } from 'node:path'
import type { Frame } from 'playwright-core'
import { channels, isChannel } from '../../electron/shared/contract/index.ts'
import { mustCall } from '../support/call.ts'
import { desktopShell, type RunningDesktop } from '../support/desktop.ts'
import { inMain } from '../support/in-main.ts'
import { root } from '../support/programs.ts'
import { someTrip } from '../support/trips.ts'
import { type Random, seeded } from '../torture/random.ts'
import { withDesktop } from './desktop.ts'
import { type AttackOrder, type AttackRow, count as countInput, emptyRow, skippedRow } from './row.ts'

const name = 'calls from other pages, frames and windows'

/** A page that is not ours, although it has our preload. */
interface Stranger {
  who: string
  url: string
  /** Whether the calls come from a frame in the page. */
  inFrame: boolean
}

/** What is between the address of a page and that of the frame in it. */
const FRAMING = '/framing?'

const addresses = [
  'https://attack.example/',
  'http://lanyard/',
  'https://lanyard/',
  'app://elsewhere/',
  'app://lanyard.attack.example/',
  'app://attack.lanyard/',
  'app://lanyard@elsewhere/',
  'app://lanyard%2eattack.example/',
  'trip://lanyard/x',
  'data:text/html,<title>x</title>',
  'about:blank',
  'about:srcdoc',
]

const strangers: readonly Stranger[] = [
  ...addresses.map((url) => ({ who: `the page ${url}`, url, inFrame: false })),
  { who: 'a frame of our origin in a page of our origin', url: `app://lanyard${FRAMING}app://lanyard/`, inFrame: true },
  {
    who: 'a frame of our origin in another page',
    url: `https://attack.example${FRAMING}app://lanyard/`,
    inFrame: true,
  },
  {
    who: 'a frame of another origin in our page',
    url: `app://lanyard${FRAMING}https://attack.example/`,
    inFrame: true,
  },
  { who: 'an empty frame in a page of our origin', url: `app://lanyard${FRAMING}about:blank`, inFrame: true },
  { who: 'a frame with written content in a page of our origin', url: `app://lanyard${FRAMING}srcdoc`, inFrame: true },
]

/**
 * Calls the channels from pages at other addresses, from frames, and from pages and frames that disappear during the call,
 * all with the real preload. Each call is refused, and none changes the library. The control lets all calls through.
 */
export async function attackChannels({ count, seed, control }: AttackOrder): Promise<AttackRow[]> {
  if (desktopShell.missing !== null) return [skippedRow(name, desktopShell.missing)]
  const row = emptyRow(name)
  const random = seeded(seed)
  await withDesktop({}, async ({ lanyard, page }) => {
    await mustCall(page, 'trips.create', someTrip({ title: 'The only one' }))
    if (control) await openGate(lanyard)
    const list = async () => (await mustCall(page, 'library.list', {})).trips.map(({ title }) => title)
    const each = Math.max(1, Math.round(count / strangers.length))
    for (const stranger of strangers) {
      const frame = await openStranger(lanyard, stranger)
      const calls = Array.from({ length: each }, () => inventCall(random))
      const answers = await frame.evaluate(callAll, calls)
      for (const [index, answer] of answers.entries()) {
        const isRefused = /"code":"input\.foreign-caller"|^no bridge$/.test(answer)
        countInput(row, isRefused ? null : `${stranger.who}, ${calls[index]?.channel}: ${answer.slice(0, 200)}`)
      }
      const leaving = { details: someTrip({ title: 'From nowhere' }), inFrame: stranger.inFrame }
      // The frame is gone before it can say that it has done this.
      await frame.evaluate(callAndLeave, leaving).catch(() => {})
      await closeStrangers(lanyard)
      const titles = await list()
      countInput(row, titles.join() === 'The only one' ? null : `${stranger.who} made ${titles.join(', ')}`)
    }
  })
  return [row]
}

interface Call {
  channel: string
  input: unknown
}

/** A call that would do something, or one of any channel. */
function inventCall(random: Random): Call {
  const channel = random.pick(Object.keys(channels).filter(isChannel))
  return random.pick<Call>([
    { channel: 'trips.create', input: someTrip({ title: 'From elsewhere' }) },
    { channel: 'settings.save', input: { theme: 'venue' } },
    { channel: 'library.list', input: {} },
    { channel: 'app.start', input: {} },
    { channel, input: {} },
    { channel, input: { tripId: crypto.randomUUID(), jobId: crypto.randomUUID() } },
  ])
}

/** Runs in a stranger. */
async function callAll(calls: readonly Call[]): Promise<string[]> {
  const { lanyard } = window as unknown as { lanyard?: { call: (channel: string, input: unknown) => Promise<unknown> } }
  const answers: string[] = []
  for (const { channel, input } of calls) {
    const call = lanyard?.call(channel, input) ?? Promise.resolve('no bridge')
    const answer = await call.catch((error: unknown) => `refused with an error: ${String(error)}`)
    answers.push(typeof answer === 'string' ? answer : JSON.stringify(answer))
  }
  return answers
}

/** Runs in a stranger, which is gone before its call is answered. */
function callAndLeave({ details, inFrame }: { details: unknown; inFrame: boolean }): void {
  const { lanyard } = window as unknown as { lanyard?: { call: (channel: string, input: unknown) => Promise<unknown> } }
  void lanyard?.call('trips.create', details).catch(() => {})
  if (inFrame) window.frameElement?.remove()
}

/** Opens a window of the test's own, with a session of its own in which every address is served. */
async function openStranger({ app }: RunningDesktop, { url, inFrame }: Stranger): Promise<Frame> {
  const opening = app.waitForEvent('window')
  await inMain(
    app,
    async ({ BrowserWindow, session }, given) => {
      const strange = session.fromPartition(`strange-${Math.random()}`)
      const serve = (request: Request) => {
        const inner = request.url.split(given.mark)[1]
        const frame = inner === 'srcdoc' ? '<iframe srcdoc="<p>x"></iframe>' : `<iframe src="${inner}"></iframe>`
        const body = `<!doctype html><title>strange</title>${inner === undefined ? '' : frame}`
        return new Response(body, { headers: { 'content-type': 'text/html' } })
      }
      for (const scheme of ['http', 'https', 'app', 'trip']) strange.protocol.handle(scheme, serve)
      const window = new BrowserWindow({
        show: false,
        webPreferences: { session: strange, preload: given.preload, sandbox: true, nodeIntegrationInSubFrames: true },
      })
      // Lanyard keeps every page from loading another one, also in a frame.
      window.webContents.removeAllListeners('will-frame-navigate')
      await window.loadURL(given.url).catch(() => {})
    },
    { url, mark: FRAMING, preload: join(root, 'out', 'preload', 'index.cjs') },
  )
  const page = await opening
  await page.waitForLoadState()
  const frame = inFrame ? page.frames().find((each) => each !== page.mainFrame()) : page.mainFrame()
  if (frame === undefined) throw new Error(`There is no frame in ${url}.`)
  // Some frames have no bridge, which is as good.
  await frame.waitForFunction('"lanyard" in window', null, { timeout: 2000 }).catch(() => {})
  return frame
}

/** Destroys the windows of strangers without asking them. */
async function closeStrangers({ app }: RunningDesktop): Promise<void> {
  await inMain(
    app,
    ({ BrowserWindow, session }) => {
      for (const window of BrowserWindow.getAllWindows()) {
        if (window.webContents.session !== session.defaultSession) window.destroy()
      }
    },
    null,
  )
}

/** The hole: every call is taken for one of our page. */
async function openGate({ app }: RunningDesktop): Promise<void> {
  await inMain(
    app,
    ({ BrowserWindow, ipcMain }) => {
      type Handler = (event: unknown, input: unknown) => unknown
      const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> }
      const sender = BrowserWindow.getAllWindows()[0]?.webContents
      const ours = { sender, senderFrame: sender?.mainFrame }
      for (const [channel, handler] of handlers) handlers.set(channel, (_, input) => handler(ours, input))
    },
    null,
  )
}
