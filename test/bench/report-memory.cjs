/*
 * Loaded into a program before its own main module (`electron -r`): once its page has been at rest for some seconds,
 * writes "memory" to the standard output with what the main process and the page's hold, in kilobytes; then ends the
 * program as a user does.
 */
const { app, BrowserWindow } = require('electron')

const REST_MS = 6000

app.on('web-contents-created', (_, contents) => {
  contents.once('did-finish-load', () => setTimeout(report, REST_MS, contents))
})

function report(contents) {
  process.stdout.write(`memory ${kilobytes(process.pid)} ${kilobytes(contents.getOSProcessId())}\n`)
  for (const window of BrowserWindow.getAllWindows()) window.close()
  setTimeout(() => app.quit(), 500)
}

function kilobytes(pid) {
  return app.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0
}
