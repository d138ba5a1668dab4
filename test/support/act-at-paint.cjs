/*
 * Loaded into a program before its own main module (`electron -r`): acts like somebody who is waiting for the window, and
 * writes when what happened as one line of JSON. `ACT_AT_PAINT` says how, as JSON:
 *
 * - shown: selects what has to be painted first
 * - acts: what is done then: `{ after, click }` with a selector, or `{ after, key }`, in milliseconds after that paint
 * - answered, done: select what is there once a click has been noticed, and once it has been carried out
 * - compares: whether the first frame is held until it is complete, and compared with what is drawn in its place
 * - tells: an expression that the page answers in the end, which may be a promise
 * - stays: for how long the program goes on then, in milliseconds
 */
const { app, BrowserWindow } = require('electron')
const { setTimeout: pause } = require('node:timers/promises')

const {
  shown,
  acts = [],
  answered,
  done,
  compares = false,
  tells = 'null',
  stays = 0,
} = JSON.parse(process.env.ACT_AT_PAINT)

/** Resolves in the page with the moment, in milliseconds since 1970, at which what a selector selects has been painted. */
const painted = (selector) => `new Promise((resolve) => {
  // The first frame in which it is there lays it out, the message after that frame comes when it is painted.
  const paint = () => requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
    channel.port2.postMessage(0)
  })
  const look = () => document.querySelector(${JSON.stringify(selector)}) !== null && (paint(), true)
  if (look()) return
  const observer = new MutationObserver(() => look() && observer.disconnect())
  observer.observe(document, { childList: true, subtree: true, attributes: true })
})`

/** The same for what has been painted at first, which the browser itself has noted; `null` if it is not there yet. */
const firstPaint = `document.querySelector(${JSON.stringify(shown)}) && new Promise((resolve) => {
  const look = () => {
    const [entry] = performance.getEntriesByName('first-contentful-paint')
    if (entry) resolve(performance.timeOrigin + entry.startTime)
    else setTimeout(look, 2)
  }
  look()
})`

/** The middle of an element; `null` if it has gone. */
const centre = (selector) => `(() => {
  const element = document.querySelector(${JSON.stringify(selector)})
  if (element === null) return null
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
})()`

app.on('web-contents-created', (_, contents) => {
  contents.once('dom-ready', () => void act(contents))
})

async function act(contents) {
  // Unlike that of the contents, this does not wait until everything has been loaded.
  // oxlint-disable-next-line no-restricted-properties -- it looks at the page from outside
  const run = (script) => contents.mainFrame.executeJavaScript(script)
  // The page does not draw while a button of the mouse is down.
  if (compares) await run(`window.dispatchEvent(new PointerEvent('pointerdown'))`)
  const report = { shown: (await run(firstPaint)) ?? (await run(painted(shown))) }
  // Not earlier: it takes the page some time.
  if (acts.length > 0) contents.debugger.attach()
  const answering = answered === undefined ? null : run(painted(answered))
  const finishing = done === undefined ? null : run(painted(done))
  // Nobody can click in a window that is not there yet.
  const shownIn = BrowserWindow.fromWebContents(contents)
  if (acts.length > 0 && !shownIn.isVisible()) await new Promise((resolve) => shownIn.once('show', resolve))
  for (const { after, click, key } of acts) {
    await pause(Math.max(0, report.shown + after - (performance.timeOrigin + performance.now())))
    if (click !== undefined) await press(contents, await run(centre(click)))
    else await type(contents, key)
  }
  const frame = compares ? await picture(contents, run) : null
  if (compares) await run(`window.dispatchEvent(new PointerEvent('pointerup'))`)
  if (answering !== null) report.answered = await answering
  if (finishing !== null) report.done = await finishing
  await pause(stays)
  if (frame !== null) report.changed = differences(frame, await picture(contents, run))
  report.told = await run(tells)
  report.memory = { main: kilobytes(process.pid), page: kilobytes(contents.getOSProcessId()) }
  process.stdout.write(`acted ${JSON.stringify(report)}\n`)
  for (const window of BrowserWindow.getAllWindows()) window.close()
  setTimeout(() => app.quit(), 500)
}

/** Takes a picture of the page once its fonts are there. */
async function picture(contents, run) {
  await run(
    `document.fonts.ready.then(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))`,
  )
  return (await contents.capturePage()).toBitmap()
}

/** The number of pixels that differ. */
function differences(one, other) {
  if (one.length !== other.length) return Infinity
  let count = 0
  for (let at = 0; at < one.length; at += 4) if (one.readInt32LE(at) !== other.readInt32LE(at)) count++
  return count
}

async function press({ debugger: page }, point) {
  if (point === null) return
  const mouse = { ...point, button: 'left', clickCount: 1 }
  await page.sendCommand('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' })
  await page.sendCommand('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' })
}

async function type({ debugger: page }, key) {
  const text = key.length === 1 ? key : key === 'Enter' ? '\r' : undefined
  const codes = { Enter: 13, Tab: 9, ArrowDown: 40, ArrowRight: 39 }
  const event = { key, text, windowsVirtualKeyCode: codes[key] ?? key.toUpperCase().codePointAt(0) }
  await page.sendCommand('Input.dispatchKeyEvent', { ...event, type: text === undefined ? 'rawKeyDown' : 'keyDown' })
  await page.sendCommand('Input.dispatchKeyEvent', { ...event, text: undefined, type: 'keyUp' })
}

function kilobytes(pid) {
  return app.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0
}
