import type { Engine } from '../../electron/journal/engine.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Result } from '../../electron/shared/result.ts'
import { onePixel, someTrip } from '../support/trips.ts'
import { ask, must } from './ask.ts'
import { engineOver } from './restart.ts'

/** The ids and paths in the library of {@link prepareLibrary}. */
export interface Scene {
  tripId: string
  entryId: string
  trashId: string
  versionId: string
}

/** The visible state of that library, as far as an action changes it. */
export interface Seen {
  trips: number
  trashed: number
  theme: string
  venue: string
  lead: string
  text: string
  entries: number
  deleted: number
  photos: number
  /** Pictures that the trip names and that are missing or wrong. */
  broken: number
  unreadable: number
}

/** Something that a user does. */
export interface FaultAction {
  name: string
  run: (engine: Engine, scene: Scene) => Promise<Result<unknown>>
  /** The visible state after it. */
  change: (seen: Seen) => Seen
}

const day = '2026-04-14'

export const actions: readonly FaultAction[] = [
  {
    name: 'saving a text',
    run: (engine, { tripId, entryId }) =>
      ask(engine, 'entries.save', { tripId, entryId, changes: { kind: 'note', text: 'new' } }),
    change: (seen) => ({ ...seen, text: 'new' }),
  },
  {
    name: 'adding an entry',
    run: (engine, { tripId }) => ask(engine, 'entries.add', { tripId, kind: 'talk', day, start: null }),
    change: (seen) => ({ ...seen, entries: seen.entries + 1 }),
  },
  {
    name: 'deleting an entry',
    run: (engine, { tripId, entryId }) => ask(engine, 'entries.delete', { tripId, entryId }),
    change: (seen) => ({ ...seen, text: '', entries: seen.entries - 1, deleted: seen.deleted + 1 }),
  },
  {
    name: 'saving the report',
    run: (engine, { tripId }) => ask(engine, 'report.save', { tripId, changes: { lead: 'new' } }),
    change: (seen) => ({ ...seen, lead: 'new' }),
  },
  {
    name: 'saving the trip’s details',
    run: (engine, { tripId }) => ask(engine, 'trips.save', { tripId, changes: { venue: 'new' } }),
    change: (seen) => ({ ...seen, venue: 'new' }),
  },
  {
    name: 'adding a picture',
    run: (engine, { tripId }) => ask(engine, 'photos.add', { tripId, name: 'two.png', data: new Uint8Array(onePixel) }),
    change: (seen) => ({ ...seen, photos: seen.photos + 1 }),
  },
  {
    name: 'making a trip',
    run: (engine) => ask(engine, 'trips.create', someTrip({ title: 'Another' })),
    change: (seen) => ({ ...seen, trips: seen.trips + 1 }),
  },
  {
    name: 'deleting a trip',
    run: (engine, { tripId }) => ask(engine, 'trips.delete', { tripId }),
    change: (seen) => ({ ...seen, ...withoutTrip, trips: seen.trips - 1, trashed: seen.trashed + 1 }),
  },
  {
    name: 'taking a trip out of the trash',
    run: (engine, { trashId }) => ask(engine, 'library.restore', { trashId }),
    change: (seen) => ({ ...seen, trips: seen.trips + 1, trashed: seen.trashed - 1 }),
  },
  {
    name: 'emptying the trash',
    run: (engine) => ask(engine, 'library.emptyTrash', {}),
    change: (seen) => ({ ...seen, trashed: 0 }),
  },
  {
    name: 'going back to a version',
    run: (engine, { tripId, versionId }) => ask(engine, 'history.restore', { tripId, versionId, entryId: null }),
    change: (seen) => ({ ...seen, text: 'oldest' }),
  },
  {
    name: 'saving the settings',
    run: (engine) => ask(engine, 'settings.save', { theme: 'venue' }),
    change: (seen) => ({ ...seen, theme: 'venue' }),
  },
]

const withoutTrip = { venue: '', lead: '', text: '', entries: 0, deleted: 0, photos: 0, broken: 0 }

/** A library with two trips and one in the trash; the first has an entry, a picture and an earlier version. */
export async function prepareLibrary(documents: string): Promise<Scene> {
  const engine = await engineOver(documents)
  const { trip } = await must(engine, 'trips.create', someTrip())
  const tripId = trip.id
  const fields = { kind: 'note' as const, text: 'oldest' }
  const { entryId } = await must(engine, 'entries.add', { tripId, kind: 'note', day, start: null, fields })
  await must(engine, 'photos.add', { tripId, name: 'one.png', data: new Uint8Array(onePixel) })
  const version = await engine.context.library.keepVersion(tripId)
  if (!version.ok) throw new Error(render(version.error))
  await must(engine, 'entries.save', { tripId, entryId, changes: { kind: 'note', text: 'old' } })
  const thrown = await must(engine, 'trips.create', someTrip({ title: 'Thrown away' }))
  const { trashId } = await must(engine, 'trips.delete', { tripId: thrown.trip.id })
  await must(engine, 'trips.create', someTrip({ title: 'Beside it' }))
  await engine.close()
  return { tripId, entryId, trashId, versionId: version.value }
}

export async function seeLibrary(engine: Engine, { tripId, entryId }: Scene): Promise<Seen> {
  const list = await must(engine, 'library.list', {})
  const trashed = await must(engine, 'library.trash', {})
  const { settings } = await must(engine, 'app.start', {})
  const opened = await ask(engine, 'trips.open', { tripId })
  const all = {
    trips: list.trips.length,
    trashed: trashed.length,
    theme: settings.theme,
    unreadable: list.unreadable.length,
  }
  if (!opened.ok) return { ...all, ...withoutTrip }
  const { venue, report, entries, deleted, photos } = opened.value
  const pictures = await Promise.all(photos.map(({ id }) => engine.context.library.readPhoto(tripId, id)))
  return {
    ...all,
    venue,
    lead: report.lead,
    text: entries.find(({ id }) => id === entryId)?.text ?? '',
    entries: entries.length,
    deleted: deleted.length,
    photos: photos.length,
    broken: pictures.filter((picture) => !picture.ok || !onePixel.equals(picture.value.data)).length,
  }
}
