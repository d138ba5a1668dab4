import { useState } from 'react'
import { Collection, Header, ListBox, ListBoxItem, ListBoxLoadMoreItem, ListBoxSection } from 'react-aria-components'
import type { Version } from '../../electron/shared/history.ts'
import { formatRelativeDay } from '../../electron/shared/messages/format.ts'
import { listOf } from '../../electron/shared/messages/translate.ts'
import { dayAt, now } from '../../electron/shared/time.ts'
import { formatClocks } from '../format/clocks.ts'
import './version-list.css'

interface Row {
  id: string
  clock: string
  /** A line for each kind of change. */
  done: readonly string[]
  detail: string
}

interface Day {
  id: string
  name: string
  rows: Row[]
}

export interface VersionListProps {
  label: string
  /** Newest first. */
  versions: readonly Version[]
  timeZone: string
  /** The version that is shown. */
  chosen: string | null
  onChoose: (versionId: string) => void
  /** Describes a version in a few lines. */
  describe: (version: Version) => readonly string[]
  /** A detail, shown in grey at the end of the first line. */
  detail?: (version: Version) => string
  className?: string
}

/** Groups the newest versions by day, in the venue's time zone. */
function groupByDay({ versions, timeZone, describe, detail }: VersionListProps, count: number): Day[] {
  const today = dayAt(now(), timeZone)
  const clocks = formatClocks(
    versions.map(({ savedAt }) => savedAt),
    timeZone,
  )
  const days: Day[] = []
  for (const [index, version] of versions.slice(0, count).entries()) {
    const day = dayAt(version.savedAt, timeZone)
    if (days.at(-1)?.id !== day) days.push({ id: day, name: formatRelativeDay(day, today), rows: [] })
    const row = { clock: clocks[index] ?? '', done: describe(version), detail: detail?.(version) ?? '' }
    days.at(-1)?.rows.push({ id: version.versionId, ...row })
  }
  return days
}

/** Number of versions that are drawn at first, and that are added whenever the end of them comes near. */
const DRAWN = 60

/** A list of versions from which one is chosen. A long one is drawn as far as it has been scrolled. */
export function VersionList(props: VersionListProps) {
  const { label, versions, chosen, onChoose, className = '' } = props
  const [reached, setReached] = useState(DRAWN)
  const drawn = Math.max(reached, versions.findIndex(({ versionId }) => versionId === chosen) + 1)
  return (
    <ListBox
      aria-label={label}
      className={`version-list ${className}`}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(selection) => {
        const [id] = selection === 'all' ? [] : selection
        if (id !== undefined) onChoose(String(id))
      }}
      // Choosing a version is what the dialog or screen is for.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
    >
      <Collection items={groupByDay(props, drawn)}>
        {(day) => (
          <ListBoxSection className="version-day">
            <Header className="version-day-name">{day.name}</Header>
            <Collection items={day.rows}>
              {(row) => (
                <ListBoxItem
                  className="version"
                  textValue={listOf(
                    [day.name, row.clock, ...row.done, row.detail].filter((part) => part !== ''),
                    'unit',
                  )}
                >
                  <span className="version-head">
                    <span className="version-clock">{row.clock}</span>
                    {row.detail !== '' && <span className="version-detail">{row.detail}</span>}
                  </span>
                  {row.done.map((line) => (
                    <span key={line} className="version-done">
                      {line}
                    </span>
                  ))}
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </Collection>
      {drawn < versions.length && <ListBoxLoadMoreItem onLoadMore={() => setReached(drawn + DRAWN)} />}
    </ListBox>
  )
}
