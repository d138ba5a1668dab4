import { useState } from 'react'
import type { Version } from '../../electron/shared/history.ts'
import { now } from '../../electron/shared/time.ts'
import { entryName } from '../../electron/shared/entries/entry-name.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { sayCount } from '../format/trips.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import { sayOfEntry, versionsOfEntry } from './entry-versions.ts'
import { sayChanges } from './say-changes.ts'
import { sayClocks, sayMoment, sayWhoseClocks, zoneHere } from '../format/moments.ts'
import { useComparison, useVersions } from './use-versions.ts'
import { VersionList } from './version-list.tsx'
import { VersionView } from './version-view.tsx'
import './history-dialog.css'

const describeVersion = ({ changes, more }: Version) => {
  const said = sayChanges(changes, more)
  return said.length > 0 ? said : ['The oldest version that is kept']
}

const sayWords = ({ words }: Version) => sayCount(words, 'word', 'words')

/** When a version was saved, as the list has it, inside a sentence. */
function sayWhen(version: Version, versions: readonly Version[], timeZone: string): string {
  const clocks = sayClocks(
    versions.map(({ savedAt }) => savedAt),
    timeZone,
  )
  return sayMoment(version.savedAt, timeZone, now(), clocks[versions.indexOf(version)])
}

interface HistoryProps {
  trip: Trip
  /** The entry that it is about; `null`: the whole trip. */
  entry: Entry | null
}

function History({ trip, entry }: HistoryProps) {
  const closeDialog = useApp((state) => state.closeDialog)
  const restoreVersion = useTrip((state) => state.restoreVersion)
  const isReadOnly = useTripReadOnly()
  // What is compared with is the trip as the disk has it; a restore changes that, and so does somebody else.
  const revision = useTrip((state) => state.revision)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { value: all, problem } = useVersions(trip.id, revision)

  const versions = all === null ? null : entry === null ? all : versionsOfEntry(all, entry)
  const chosen = versions?.find(({ versionId }) => versionId === chosenId) ?? versions?.[0] ?? null
  const comparison = useComparison(trip.id, chosen?.versionId ?? null, entry?.id ?? null, revision)
  const name = entry === null ? trip.title : entryName(entry)
  const when = versions && chosen ? sayWhen(chosen, versions, trip.timeZone) : ''
  const isSame = comparison.value?.length === 0

  const restore = async (entryId: string | null, what: string) => {
    if (!chosen || isBusy) return
    setBusy(true)
    const isDone = await restoreVersion(chosen.versionId, entryId, `${what} is as it was ${when}.`)
    setBusy(false)
    if (!isDone) return
    // One entry of a trip may not be the only one; all else is done with this.
    if (entry === null && entryId !== null) setChosenId(chosen.versionId)
    else closeDialog()
  }

  return (
    <Dialog
      title={`History of “${name}”`}
      onClose={closeDialog}
      closesOutside
      size="wide"
      footer={
        chosen && (
          <>
            <p className="history-note">
              {entry === null ? 'Entries that came later go to the deleted ones.' : 'Only this entry is changed.'} What
              is there now is kept as a version.
            </p>
            <Button
              kind="primary"
              isDisabled={isBusy || isSame || isReadOnly}
              onPress={() => void restore(entry?.id ?? null, entry === null ? 'The trip' : `“${name}”`)}
            >
              {entry === null ? 'Restore the whole trip' : 'Restore the entry'}
            </Button>
          </>
        )
      }
    >
      {problem && <EmptyState title="The earlier versions cannot be read.">{problem.message}</EmptyState>}
      {versions?.length === 0 && (
        <EmptyState title="No earlier version yet">
          While you write, Lanyard keeps one every five minutes. {entry === null ? 'They' : 'Those of this entry'} will
          stand here.
        </EmptyState>
      )}
      {versions && chosen && (
        <div className="history">
          <div className="history-versions">
            <VersionList
              className="history-list"
              label="Versions"
              versions={versions}
              timeZone={trip.timeZone}
              chosen={chosen.versionId}
              onChoose={setChosenId}
              describe={entry === null ? describeVersion : (version) => [sayOfEntry(version, entry.id)]}
              {...(entry === null ? { detail: sayWords } : {})}
            />
            <WhoseClocks versions={versions} timeZone={trip.timeZone} />
          </div>
          <VersionView
            key={chosen.versionId}
            version={chosen}
            when={when}
            isOfEntry={entry !== null}
            comparison={comparison}
            {...(entry === null && !isReadOnly
              ? { onRestore: (id: string, title: string) => void restore(id, `“${title}”`) }
              : {})}
          />
        </div>
      )}
    </Dialog>
  )
}

function WhoseClocks({ versions, timeZone }: { versions: readonly Version[]; timeZone: string }) {
  const said = sayWhoseClocks(
    versions.map(({ savedAt }) => savedAt),
    timeZone,
    zoneHere(),
  )
  return said === '' ? null : <p className="history-clocks">{said}</p>
}

/** What the open trip was before, what has changed since, and the way back. */
export function HistoryDialog() {
  const trip = useTrip((state) => state.trip)
  return trip && <History trip={trip} entry={null} />
}

/** The same of the entry that is open. */
export function EntryHistoryDialog() {
  const trip = useTrip((state) => state.trip)
  // The one with which it was opened: a restore may open another.
  const [entryId] = useState(() => useTrip.getState().entryId)
  const entry = trip?.entries.find(({ id }) => id === entryId)
  return trip && entry ? <History trip={trip} entry={entry} /> : null
}
