import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, Channel, EventName } from '../shared/contract.ts'

/**
 * What the page may ask for. Written out, and not taken from the contract, because the contract brings its schemas along
 * and this file runs before every page; the types hold the two together.
 */
const channels: Readonly<Record<Channel, true>> = Object.freeze({
  'app.start': true,
  'app.flushed': true,
  'settings.save': true,
  'settings.chooseLibrary': true,
  'settings.chooseExports': true,
  'library.list': true,
  'library.trash': true,
  'library.restore': true,
  'library.emptyTrash': true,
  'trips.create': true,
  'trips.open': true,
  'trips.save': true,
  'trips.delete': true,
  'trips.addSample': true,
  'entries.add': true,
  'entries.save': true,
  'entries.move': true,
  'entries.duplicate': true,
  'entries.delete': true,
  'entries.restore': true,
  'photos.add': true,
  'photos.save': true,
  'report.save': true,
  'report.compose': true,
  'exports.targets': true,
  'exports.run': true,
  'exports.cancel': true,
  'exports.show': true,
  'imports.run': true,
  'history.list': true,
  'history.compare': true,
  'history.restore': true,
  'history.usage': true,
  'recovery.inspect': true,
  'recovery.restore': true,
  'recovery.adopt': true,
  'conflicts.list': true,
  'conflicts.merge': true,
  'links.open': true,
})

const events: Readonly<Record<EventName, true>> = Object.freeze({
  'trip.changed': true,
  'library.changed': true,
  'trip.merged': true,
  'export.progress': true,
  'app.flush': true,
  'app.command': true,
})

const bridge: Bridge = {
  call: async (channel, input) => {
    if (!Object.hasOwn(channels, channel)) throw new Error(`Unknown channel: ${channel}`)
    return ipcRenderer.invoke(channel, input)
  },
  on: (event, callback) => {
    if (!Object.hasOwn(events, event)) throw new Error(`Unknown event: ${event}`)
    // The page never gets the event object, for the sender hangs on it.
    const listener = (_: unknown, data: Parameters<typeof callback>[0]) => callback(data)
    ipcRenderer.on(event, listener)
    return () => void ipcRenderer.off(event, listener)
  },
  photoAddress: (tripId, photoId) => `trip://${tripId}/${photoId}`,
}

contextBridge.exposeInMainWorld('lanyard', bridge)
