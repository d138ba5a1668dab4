import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { dispatch } from '../journal/service/dispatch.ts'
import { type Channel, channels, type Handlers } from '../shared/contract.ts'
import { fail } from '../shared/result.ts'
import { isOurPage } from './origin.ts'

const refused = fail('input.invalid', 'Lanyard answers its own window alone.')

/**
 * Opens every channel of the contract, each through the same gate: only the main frame of one of our windows, showing
 * our page, is answered. Electron's raw `ipcMain` is used nowhere else; a lint rule holds that.
 *
 * @param engine is waited for, so that a window can be there before the engine is
 * @param onError is told of errors that no handler foresaw
 */
export function openChannels(engine: Promise<Handlers>, onError: (error: unknown, channel: string) => void): void {
  for (const channel of Object.keys(channels) as Channel[]) {
    ipcMain.handle(channel, async (event, input: unknown) =>
      isFromOurPage(event) ? dispatch(await engine, channel, input, onError) : refused,
    )
  }
}

function isFromOurPage(event: IpcMainInvokeEvent): boolean {
  // A frame that is gone by now is `null` here.
  const frame = event.senderFrame
  const window = BrowserWindow.fromWebContents(event.sender)
  return frame !== null && window !== null && frame === window.webContents.mainFrame && isOurPage(frame.url)
}
