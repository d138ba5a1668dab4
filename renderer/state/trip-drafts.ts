import type { EntryFields } from '../../electron/shared/entries/fields.ts'
import { changeReport, inReport } from '../../electron/shared/report/in-report.ts'
import { followTrip } from '../../electron/shared/report/follow-trip.ts'
import type { Entry, EntryKind, Photo, ReportChanges, Trip, TripChanges } from '../../electron/shared/trip.ts'
import type { Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { prepareFlush } from './before-flush.ts'
import type { Lane, SaveQueue } from './save-queue.ts'
import { keepViewedReport, viewedReport } from './viewed-report.ts'

export type PhotoChanges = Partial<Pick<Photo, 'caption' | 'alt' | 'credit'>>

/** Changes to one trip that the disk may not have yet: a lane for each thing that is edited. */
export interface TripDrafts {
  trip: Lane<TripChanges>
  report: (reportId: string) => Lane<ReportChanges>
  /** Sends the drafts of all reports. */
  flushReports: () => void
  /** Chooses the report that the screen shows from now on. */
  view: (reportId: string) => void
  entry: (entry: Pick<Entry, 'id' | 'kind' | 'updatedAt'>) => Lane<EntryFields>
  /**
   * Adds an entry that the page has just created: the whole entry is a draft until it is on the disk.
   *
   * @param fields those that are not blank
   */
  begin: (entry: Entry, fields: EntryFields) => void
  /** Whether the page has created it and it is not on the disk yet. */
  isBegun: (entryId: string) => boolean
  photo: (photoId: string) => Lane<PhotoChanges>
  /**
   * The trip as it is on the disk, with all drafts applied: what the screen shows.
   *
   * @param shown what it showed before: entries that are being written stay there, even if they were deleted elsewhere
   */
  over: (trip: Trip, shown: readonly Entry[]) => Trip
  /** Sends the drafts of an entry, if there are any; resolves with whether they are on the disk. */
  flushEntry: (entryId: string) => Promise<boolean>
  discardEntry: (entryId: string) => void
  /** Leaves an entry out of what the screen shows until the returned function is called, while it is being removed. */
  hide: (entryId: string) => () => void
  /**
   * Makes a call to the engine after all earlier calls for this trip have been answered, so that answers never arrive
   * out of order.
   */
  inOrder: <T>(call: () => Promise<Result<T>>) => Promise<Result<T>>
  /** Resolves when every call so far has been answered. */
  settled: () => Promise<void>
}

/** The result of a save in addition to its time. */
export interface Saved {
  onTrip: (trip: Trip) => void
  onEntry: (entry: Entry, order: readonly string[]) => void
  onPhoto: (photo: Photo) => void
}

/** Applies changes to an entry. They come from the fields of its own kind, which the types cannot express. */
export function changeEntry(entry: Entry, changes: EntryFields): Entry {
  return { ...entry, ...changes }
}

interface EntryLane {
  lane: Lane<EntryFields>
  /** Tells the engine on which state of the entry the draft is based, so that it can merge changes in between. */
  baseVersion: string
  /** Whether the screen shows what was sent, and not yet the disk's version of it. */
  isAhead: boolean
  /** The kind of the entry that the draft is for. */
  kind: EntryKind
  /** The entry as the page created it, until it is on the disk. */
  begun: Entry | null
}

export function createTripDrafts(tripId: string, queue: SaveQueue, saved: Saved): TripDrafts {
  let last: Promise<unknown> = Promise.resolve()
  const inOrder = <T>(call: () => Promise<Result<T>>): Promise<Result<T>> => {
    const next = last.then(call)
    last = next
    return next
  }

  const entries = new Map<string, EntryLane>()
  const photos = new Map<string, Lane<PhotoChanges>>()
  const hidden = new Set<string>()

  /** The entries of a state, plus those that are not in it and are being edited. */
  const withDrafted = (onDisk: Entry[], shown: readonly Entry[]): Entry[] => {
    const isMissing = ({ id }: Entry) => onDisk.every((entry) => entry.id !== id)
    const ids = [...entries].flatMap(([id, { lane }]) => (lane.draft() ? [id] : []))
    const drafted = ids.length === 0 ? [] : shown.filter(({ id }) => ids.includes(id)).filter(isMissing)
    const begun = [...entries.values()].flatMap((one) => one.begun ?? []).filter(isMissing)
    const more = begun.filter(({ id }) => drafted.every((entry) => entry.id !== id))
    // One of very many, in which most often nothing is to be changed.
    const all = drafted.length + more.length === 0 ? onDisk : [...onDisk, ...drafted, ...more]
    return hidden.size === 0 ? all : all.filter(({ id }) => !hidden.has(id))
  }

  /** The entries of a state with their drafts applied. */
  const withDrafts = (onDisk: Entry[]): Entry[] => {
    let written = onDisk
    for (const [id, known] of entries) {
      const draft = known.lane.draft()
      if (!draft && !known.isAhead) continue
      const index = written.findIndex((entry) => entry.id === id)
      const entry = written[index]
      if (entry === undefined) continue
      if (draft) written = written.with(index, changeEntry(entry, draft))
      else known.isAhead = false
    }
    return written
  }

  /** Sends an entry that is not on the disk yet. */
  async function add(made: EntryLane, begun: Entry, fields: EntryFields): Promise<Result<string>> {
    const { id: entryId, kind, day, start } = begun
    const input = { tripId, kind, day, start, fields: { ...fields, kind }, entryId }
    const answer = await inOrder(() => bridge.call('entries.add', input))
    if (!answer.ok) return answer
    const { trip: stored, savedAt } = answer.value
    made.begun = null
    made.baseVersion = stored.entries.find(({ id }) => id === entryId)?.updatedAt ?? made.baseVersion
    made.isAhead = true
    saved.onTrip(stored)
    return { ok: true, value: savedAt }
  }

  async function save(made: EntryLane, entryId: string, fields: EntryFields) {
    const { baseVersion, kind } = made
    const changes = { ...fields, kind }
    const answer = await inOrder(() => bridge.call('entries.save', { tripId, entryId, changes, baseVersion }))
    if (!answer.ok) return answer
    made.baseVersion = answer.value.baseVersion
    made.isAhead = true
    saved.onEntry(answer.value.entry, answer.value.order)
    return { ok: true as const, value: answer.value.savedAt }
  }

  function openLane(entry: Pick<Entry, 'id' | 'kind' | 'updatedAt'>, begun: Entry | null): EntryLane {
    const lane = queue.lane<EntryFields>((fields) =>
      made.begun ? add(made, made.begun, fields) : save(made, entry.id, fields),
    )
    const made: EntryLane = { lane, baseVersion: entry.updatedAt, isAhead: false, kind: entry.kind, begun }
    entries.set(entry.id, made)
    return made
  }

  const trip = queue.lane<TripChanges>(async (changes) => {
    const answer = await inOrder(() => bridge.call('trips.save', { tripId, changes }))
    if (answer.ok) saved.onTrip(answer.value.trip)
    return answer.ok ? { ok: true, value: answer.value.savedAt } : answer
  })

  let viewed = viewedReport(tripId)
  const reports = new Map<string, Lane<ReportChanges>>()

  /** The trip with the drafts of its reports applied, as the report that is shown sees it. */
  const withReports = (onDisk: Trip): Trip => {
    let changed = onDisk
    for (const [reportId, lane] of reports) changed = changeReport(changed, reportId, lane.draft() ?? {})
    return inReport(changed, viewed) ?? inReport(changed, tripId) ?? changed
  }

  return {
    trip,
    report(reportId) {
      const known = reports.get(reportId)
      if (known) return known
      const lane = queue.lane<ReportChanges>(async (changes) => {
        const answer = await inOrder(() => bridge.call('report.save', { tripId, reportId, changes }))
        if (answer.ok) saved.onTrip(answer.value.trip)
        return answer.ok ? { ok: true, value: answer.value.savedAt } : answer
      })
      reports.set(reportId, lane)
      return lane
    },
    flushReports() {
      for (const lane of reports.values()) void lane.flush()
    },
    view(reportId) {
      viewed = reportId
      keepViewedReport(tripId, reportId)
    },
    entry(entry) {
      const known = entries.get(entry.id)
      if (!known) return openLane(entry, null).lane
      if (known.lane.draft() === null) {
        if (!known.isAhead) known.baseVersion = entry.updatedAt
        known.kind = entry.kind
      }
      return known.lane
    },
    begin(entry, fields) {
      const { lane } = openLane(entry, entry)
      lane.edit(fields)
      void lane.flush()
    },
    isBegun: (entryId) => (entries.get(entryId)?.begun ?? null) !== null,
    photo(photoId) {
      const known = photos.get(photoId)
      if (known) return known
      const lane = queue.lane<PhotoChanges>(async (changes) => {
        const answer = await inOrder(() => bridge.call('photos.save', { tripId, photoId, changes }))
        if (answer.ok) saved.onPhoto(answer.value.photo)
        return answer.ok ? { ok: true, value: answer.value.savedAt } : answer
      })
      photos.set(photoId, lane)
      return lane
    },
    over: (onDisk, shown) => ({
      ...withReports({ ...onDisk, ...trip.draft(), ...followTrip(onDisk, trip.draft() ?? {}) }),
      entries: withDrafts(withDrafted(onDisk.entries, shown)),
      photos: onDisk.photos.map((photo) => ({ ...photo, ...photos.get(photo.id)?.draft() })),
    }),
    async flushEntry(entryId) {
      prepareFlush()
      return (await entries.get(entryId)?.lane.flush()) ?? true
    },
    discardEntry(entryId) {
      entries.get(entryId)?.lane.discard()
      entries.delete(entryId)
    },
    hide(entryId) {
      hidden.add(entryId)
      return () => hidden.delete(entryId)
    },
    inOrder,
    async settled() {
      await last
    },
  }
}
