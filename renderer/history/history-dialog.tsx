import { useState } from 'react'
import type { Version } from '../../electron/shared/history.ts'
import { clockAt, dayAt, now } from '../../electron/shared/time.ts'
import { entryName } from '../../electron/shared/entries/entry-name.ts'
import { formatInstant, formatRelativeDay } from '../../electron/shared/messages/format.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Entry, Trip } from '../../electron/shared/trip.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import { formatEntryChange, versionsOfEntry } from './entry-versions.ts'
import { formatChanges } from './format-changes.ts'
import { formatClocks, formatForeignTimeZone, localTimeZone } from '../format/clocks.ts'
import { useComparison, useVersions } from './use-versions.ts'
import { VersionList } from './version-list.tsx'
import { VersionView } from './version-view.tsx'
import './history-dialog.css'

const describeVersion = ({ changes, more }: Version) => {
  const lines = formatChanges(changes, more)
  return lines.length > 0 ? lines : [t('history.oldest')]
}

const formatWords = ({ words }: Version) => t('count.words', { count: words })

interface SavedAt {
  /** Inside a sentence: "on Tuesday, 14 April 2026 at 10:15". */
  when: string
  /** As a heading: "Tuesday, 14 April 2026 at 10:15". */
  heading: string
}

/** When a version was saved, with seconds if the list shows them. */
function formatSavedAt(version: Version, versions: readonly Version[], timeZone: string): SavedAt {
  const clocks = formatClocks(
    versions.map(({ savedAt }) => savedAt),
    timeZone,
  )
  const { savedAt } = version
  const clock = clocks[versions.indexOf(version)] ?? clockAt(savedAt, timeZone)
  const day = formatRelativeDay(dayAt(savedAt, timeZone), dayAt(now(), timeZone))
  return { when: formatInstant(savedAt, timeZone, now(), clock), heading: t('history.version-at', { day, clock }) }
}

interface HistoryProps {
  trip: Trip
  /** The entry whose history is shown; `null` for the whole trip. */
  entry: Entry | null
}

function History({ trip, entry }: HistoryProps) {
  const closeDialog = useApp((state) => state.closeDialog)
  const restoreVersion = useTrip((state) => state.restoreVersion)
  const isReadOnly = useTripReadOnly()
  // Versions are compared with the trip on the disk, which a restore or another computer may change.
  const revision = useTrip((state) => state.revision)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { value: all, problem } = useVersions(trip.id, revision)

  const versions = all === null ? null : entry === null ? all : versionsOfEntry(all, entry)
  const chosen = versions?.find(({ versionId }) => versionId === chosenId) ?? versions?.[0] ?? null
  const comparison = useComparison(trip.id, chosen?.versionId ?? null, entry?.id ?? null, revision)
  const name = entry === null ? trip.title : entryName(entry)
  const saved = versions && chosen ? formatSavedAt(chosen, versions, trip.timeZone) : null
  const isSame = comparison.value?.length === 0

  const restore = async (entryId: string | null, restoredName: string) => {
    if (!chosen || !saved || isBusy) return
    setBusy(true)
    const { when } = saved
    const outcome =
      entryId === null
        ? t('history.restored-trip', { when })
        : t('history.restored-entry', { name: restoredName, when })
    const isDone = await restoreVersion(chosen.versionId, entryId, outcome)
    setBusy(false)
    if (!isDone) return
    // After one entry of a trip, the user may want to restore others.
    if (entry === null && entryId !== null) setChosenId(chosen.versionId)
    else closeDialog()
  }

  return (
    <Dialog
      title={t('history.title', { name })}
      onClose={closeDialog}
      closesOutside
      size="wide"
      footer={
        chosen && (
          <>
            <p className="history-note">{entry === null ? t('history.trip-note') : t('history.entry-note')}</p>
            <Button
              kind="primary"
              isDisabled={isBusy || isSame || isReadOnly}
              onPress={() => void restore(entry?.id ?? null, name)}
            >
              {entry === null ? t('history.restore-trip') : t('history.restore-entry')}
            </Button>
          </>
        )
      }
    >
      {problem && <EmptyState title={t('history.unreadable')}>{render(problem)}</EmptyState>}
      {versions?.length === 0 && (
        <EmptyState title={t('history.none')}>
          {entry === null ? t('history.none-of-trip') : t('history.none-of-entry')}
        </EmptyState>
      )}
      {versions && chosen && saved && (
        <div className="history">
          <div className="history-versions">
            <VersionList
              className="history-list"
              label={t('history.versions')}
              versions={versions}
              timeZone={trip.timeZone}
              chosen={chosen.versionId}
              onChoose={setChosenId}
              describe={entry === null ? describeVersion : (version) => [formatEntryChange(version, entry.id)]}
              {...(entry === null ? { detail: formatWords } : {})}
            />
            <TimeZoneNote versions={versions} timeZone={trip.timeZone} />
          </div>
          <VersionView
            key={chosen.versionId}
            version={chosen}
            heading={saved.heading}
            isOfEntry={entry !== null}
            comparison={comparison}
            {...(entry === null && !isReadOnly
              ? { onRestore: (id: string, title: string) => void restore(id, title) }
              : {})}
          />
        </div>
      )}
    </Dialog>
  )
}

function TimeZoneNote({ versions, timeZone }: { versions: readonly Version[]; timeZone: string }) {
  const note = formatForeignTimeZone(
    versions.map(({ savedAt }) => savedAt),
    timeZone,
    localTimeZone(),
  )
  return note === '' ? null : <p className="history-clocks">{note}</p>
}

/** The earlier versions of the open trip, what has changed since, and buttons to restore them. */
export function HistoryDialog() {
  const trip = useTrip((state) => state.trip)
  return trip && <History trip={trip} entry={null} />
}

/** The same for the open entry. */
export function EntryHistoryDialog() {
  const trip = useTrip((state) => state.trip)
  // The entry that was open at first: a restore may open another.
  const [entryId] = useState(() => useTrip.getState().entryId)
  const entry = trip?.entries.find(({ id }) => id === entryId)
  return trip && entry ? <History trip={trip} entry={entry} /> : null
}
