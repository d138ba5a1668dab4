/*
 * Loaded into a program before its own main module (`electron -r`): writes "usable" to the standard output when the
 * page shows what `BENCH_USABLE` selects and has painted it, with what the main process and the page's hold in memory
 * then, in kilobytes; then ends the program as a user does.
 */
const { app, BrowserWindow } = require('electron')

const script = `new Promise((resolve) => {
  const selector = ${JSON.stringify(process.env.BENCH_USABLE)}
  // The first frame in which it is there lays it out, the message after that frame comes when it is painted.
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => resolve()
    channel.port2.postMessage(0)
  })
  const look = () => (document.querySelector(selector) === null ? false : (painted(), true))
  if (look()) return
  const observer = new MutationObserver(() => look() && observer.disconnect())
  observer.observe(document, { childList: true, subtree: true })
})`

app.on('web-contents-created', (_, contents) => {
  contents.once('dom-ready', () => void report(contents))
})

async function report(contents) {
  // oxlint-disable-next-line no-restricted-properties -- it measures the page from outside
  await contents.executeJavaScript(script)
  process.stdout.write(`usable ${kilobytes(process.pid)} ${kilobytes(contents.getOSProcessId())}\n`)
  for (const window of BrowserWindow.getAllWindows()) window.close()
  setTimeout(() => app.quit(), 500)
}

function kilobytes(pid) {
  return app.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0
}
