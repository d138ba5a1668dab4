import { lazy, Suspense, useState } from 'react'
import { t, withMessages } from '../../electron/shared/messages/translate.ts'
import { findSession } from '../../electron/shared/programme/sessions-of.ts'
import { useTrip } from '../state/open-trip.ts'
import './entry-abstract.css'

const AbstractText = lazy(async () => {
  const { AbstractText: text } = await withMessages(() => import('../markdown/abstract-text.tsx'))
  return { default: text }
})

/** What the programme says about the session of an entry, folded. It is no part of the entry, nor of the report. */
export function EntryAbstract({ entryId }: { entryId: string }) {
  const abstract = useTrip(({ trip, programme, plan }) => {
    const sessionId = trip?.entries.find(({ id }) => id === entryId)?.sessionId
    return sessionId === undefined ? '' : (findSession({ programme, plan }, sessionId)?.abstract ?? '')
  })
  const [isOpen, setOpen] = useState(false)
  if (abstract.trim() === '') return null
  return (
    <details className="entry-abstract" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('journal.abstract')}</summary>
      {isOpen && (
        <Suspense fallback={null}>
          <AbstractText abstract={abstract} />
        </Suspense>
      )}
    </details>
  )
}
