import { BrowserWindow } from 'electron'
import type { EventData, EventName } from '../shared/contract/index.ts'
import { isOurPage } from './origin.ts'

/** Tells the page, in whichever window it is, of an event. */
export function tellPages<E extends EventName>(event: E, data: EventData<E>): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && isOurPage(window.webContents.getURL())) window.webContents.send(event, data)
  }
}
