import { useEffect, useRef } from 'react'
import type { SiteConflict } from '../../electron/shared/destinations.ts'
import { nameOfSiteConflict, showSide } from '../../electron/shared/format-site-conflict.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import './site-conflicts.css'

/** What was changed both in the site and in the report. Takes the focus, so that screen readers read it. */
export function SiteConflicts({ conflicts }: { conflicts: readonly SiteConflict[] }) {
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <p ref={heading} tabIndex={-1} className="site-conflicts-head">
        {t('destination.conflicts', { count: conflicts.length })}
      </p>
      <ul className="site-conflicts">
        {conflicts.map((conflict, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same passage can be there twice
          <li key={index} className="site-conflict">
            <p className="site-conflict-name">{nameOfSiteConflict(conflict)}</p>
            <Side label={t('destination.conflict.theirs')} text={showSide(conflict.theirs, conflict)} />
            <Side label={t('destination.conflict.ours')} text={showSide(conflict.ours, conflict)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Side({ label, text }: { label: string; text: string }) {
  return (
    <>
      <p className="quiet">{label}</p>
      <p className="site-conflict-text" dir="auto" data-verbatim>
        {text}
      </p>
    </>
  )
}
