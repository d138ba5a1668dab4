import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Channel } from '../shared/contract/index.ts'
import { channelNames } from '../shared/contract/names.ts'
import type { Result } from '../shared/result.ts'
import { isOurPage } from './origin.ts'

const refused: Result<never> = {
  ok: false,
  error: { code: 'input.invalid', message: 'Lanyard answers its own window alone.' },
}

/**
 * Opens every channel of the contract behind one gate: calls are answered only if they come from the main frame of one
 * of our windows, showing our page. Electron's `ipcMain` is used nowhere else, which a lint rule ensures.
 *
 * @param dispatch parses the input, which may be anything, and answers
 */
export function openChannels(dispatch: (channel: Channel, input: unknown) => Promise<Result<unknown>>): void {
  for (const channel of channelNames) {
    ipcMain.handle(channel, async (event, input: unknown) =>
      isFromOurPage(event) ? dispatch(channel, input) : refused,
    )
  }
}

function isFromOurPage(event: IpcMainInvokeEvent): boolean {
  // A frame that has disappeared by now is `null` here.
  const frame = event.senderFrame
  const window = BrowserWindow.fromWebContents(event.sender)
  return frame !== null && window !== null && frame === window.webContents.mainFrame && isOurPage(frame.url)
}
