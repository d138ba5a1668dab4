import type { Difference, Version } from '../../electron/shared/history.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { sayCount } from '../format/trips.ts'
import { Differences } from './differences.tsx'
import type { Answer } from '../bridge/use-answer.ts'
import './differences.css'
import './history-dialog.css'

export interface VersionViewProps {
  version: Version
  /** When it was saved, as it stands inside a sentence. */
  when: string
  /** Whether one entry is compared, and not the whole trip. */
  isOfEntry: boolean
  comparison: Answer<Difference[]>
  onRestore?: (entryId: string, title: string) => void
}

const asHeading = (when: string) => {
  const bare = when.replace(/^on /, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

/** What has changed from a version to now. */
export function VersionView({ version, when, isOfEntry, comparison, onRestore }: VersionViewProps) {
  const { value, problem } = comparison
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached
    <section className="version-view" aria-label="What has changed since" tabIndex={0}>
      <header className="version-view-head">
        <h3>{asHeading(when)}</h3>
        <p className="quiet small">
          {!isOfEntry &&
            `${sayCount(version.entries, 'entry', 'entries')}, ${sayCount(version.words, 'word', 'words')} then. `}
          {value !== null && value.length > 0 && (
            <>
              Compared with now: <ins className="added">added since</ins>, <del className="removed">removed since</del>.
            </>
          )}
        </p>
      </header>
      {problem && <EmptyState title="This version cannot be compared.">{problem.message}</EmptyState>}
      {value?.length === 0 && (
        <EmptyState title="Nothing has changed since">
          {isOfEntry ? 'The entry is now as it was then.' : 'The trip is now as it was then.'}
        </EmptyState>
      )}
      {value && <Differences differences={value} {...(onRestore ? { onRestore } : {})} />}
    </section>
  )
}
