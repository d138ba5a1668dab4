import type { ReactNode } from 'react'
import type { Difference, Version } from '../../electron/shared/history.ts'
import { render, rich, t } from '../../electron/shared/messages/translate.ts'
import type { Answer } from '../bridge/use-answer.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { Differences } from './differences.tsx'
import './differences.css'
import './history-dialog.css'

export interface VersionViewProps {
  version: Version
  /** When it was saved. */
  heading: string
  /** Whether a single entry is compared rather than the whole trip. */
  isOfEntry: boolean
  comparison: Answer<Difference[]>
  onRestore?: (entryId: string, title: string) => void
}

const formatSize = ({ entries, words }: Version) =>
  t('history.size', { entries: t('count.entries', { count: entries }), words: t('count.words', { count: words }) })

function Legend(): ReactNode {
  return rich('history.legend', {
    added: (text) => (
      <ins key="added" className="added">
        {text}
      </ins>
    ),
    removed: (text) => (
      <del key="removed" className="removed">
        {text}
      </del>
    ),
  })
}

/** What has changed between a version and now. */
export function VersionView({ version, heading, isOfEntry, comparison, onRestore }: VersionViewProps) {
  const { value, problem } = comparison
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling area has to be reachable by keyboard
    <section className="version-view" aria-label={t('history.changes')} tabIndex={0}>
      <header className="version-view-head">
        <h3>{heading}</h3>
        <p className="quiet small">
          {!isOfEntry && `${formatSize(version)} `}
          {value !== null && value.length > 0 && <Legend />}
        </p>
      </header>
      {problem && <EmptyState title={t('history.not-compared')}>{render(problem)}</EmptyState>}
      {value?.length === 0 && (
        <EmptyState title={t('history.same')}>
          {isOfEntry ? t('history.entry-same') : t('history.trip-same')}
        </EmptyState>
      )}
      {value && <Differences differences={value} {...(onRestore ? { onRestore } : {})} />}
    </section>
  )
}
