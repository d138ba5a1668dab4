import type { Channel, EventName } from './contract.ts'

/**
 * The names of the contract's channels and events, for those who need no more of it than that: the contract brings its
 * schemas along, which takes time that a window has not got at its start. The types hold the two together.
 */
export const channelNames: Readonly<Record<Channel, true>> = Object.freeze({
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

export const eventNames: Readonly<Record<EventName, true>> = Object.freeze({
  'trip.changed': true,
  'library.changed': true,
  'trip.merged': true,
  'export.progress': true,
  'app.flush': true,
  'app.command': true,
})
