import { contextBridge, ipcRenderer } from 'electron'
import type { ShellBridge } from '../shared/contract/index.ts'
import { channelNames, eventNames } from '../shared/contract/names.ts'

/** Everything that the page can access of Electron: the channels and events of the contract, and nothing else. */
const bridge: ShellBridge = {
  call: async (channel, input, known) => {
    if (!channelNames.has(channel)) throw new Error(`Unknown channel: ${channel}`)
    return ipcRenderer.invoke(channel, input, known)
  },
  on: (event, callback) => {
    if (!eventNames.has(event)) throw new Error(`Unknown event: ${event}`)
    // The page never receives the event object, because the sender is part of it.
    const listener = (_: unknown, data: Parameters<typeof callback>[0]) => callback(data)
    ipcRenderer.on(event, listener)
    return () => void ipcRenderer.off(event, listener)
  },
  photoAddress: (tripId, photoId) => `trip://${tripId}/${photoId}`,
}

contextBridge.exposeInMainWorld('lanyard', bridge)
