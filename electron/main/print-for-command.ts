import { app } from 'electron'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PrintPage } from '../journal/exporters/pdf/print.ts'
import { guardPages } from './guards.ts'
import { printPage } from './print-page.ts'
import { registerSchemes } from './protocols.ts'

/**
 * Prepares to print for a command, which has no window.
 *
 * @param onFirst called with the first page. Electron starts only now, which takes longer than most commands do, and only
 * when the main module has been evaluated
 */
export function printForCommand(onFirst: () => void): PrintPage {
  let ready: Promise<void> | null = null
  return async (page, signal) => {
    ready ??= startElectron(onFirst)
    await ready
    return await printPage(page, signal)
  }
}

function startElectron(onFirst: () => void): Promise<void> {
  // A window that is open meanwhile has Lanyard's own folder.
  const folder = mkdtempSync(join(tmpdir(), 'lanyard-print-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  app.setPath('userData', folder)
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerSchemes()
  guardPages(app)
  app.dock?.hide()
  // Without this, the program would end when the page is printed, before the command is done.
  app.on('window-all-closed', () => {})
  onFirst()
  return app.whenReady()
}
