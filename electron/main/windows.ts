import { BrowserWindow } from 'electron'
import type { EventData, EventName } from '../shared/contract/index.ts'
import { isOurPage } from './origin.ts'

/** Sends an event to the page in every window. */
export function sendToPages<E extends EventName>(event: E, data: EventData<E>): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && isOurPage(window.webContents.getURL())) window.webContents.send(event, data)
  }
}
