import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { Channel } from '../shared/contract/index.ts'
import { channelNames } from '../shared/contract/names.ts'
import { createPacker } from '../shared/contract/packed-answer.ts'
import { fail, type Result } from '../shared/result.ts'
import { isOurPage } from './origin.ts'

const refused = fail('input.foreign-caller')

/**
 * Opens every channel of the contract behind a single gate: calls are only accepted from the main frame of one of our
 * windows, showing our page. Electron's `ipcMain` is used nowhere else, which a lint rule enforces.
 *
 * @param dispatch parses the untrusted input and returns the result
 */
export function openChannels(dispatch: (channel: Channel, input: unknown) => Promise<Result<unknown>>): void {
  const packers = new WeakMap<WebContents, ReturnType<typeof createPacker>>()
  const packerOf = (contents: WebContents) => {
    const pack = packers.get(contents) ?? createPacker()
    packers.set(contents, pack)
    return pack
  }
  for (const channel of channelNames) {
    ipcMain.handle(channel, async (event, input: unknown, known: unknown) =>
      isFromOurPage(event) ? packerOf(event.sender)(await dispatch(channel, input), known) : refused,
    )
  }
}

function isFromOurPage(event: IpcMainInvokeEvent): boolean {
  // This is `null` if the frame has disappeared in the meantime.
  const frame = event.senderFrame
  const window = BrowserWindow.fromWebContents(event.sender)
  return frame !== null && window !== null && frame === window.webContents.mainFrame && isOurPage(frame.url)
}
