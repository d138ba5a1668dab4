import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'

/*
 * The least that an Electron program can be: a window that shows one page from the disk, `BENCH_PAGE` or the one beside
 * this file.
 */
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
void app.whenReady().then(open)

function open() {
  const window = new BrowserWindow({ width: 1200, height: 800, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(process.env.BENCH_PAGE || join(import.meta.dirname, 'index.html'))
}
