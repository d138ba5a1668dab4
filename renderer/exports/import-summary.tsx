import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ImportDraft } from '../../electron/shared/import-draft.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import '../components/outcome.css'

export interface ImportSummary extends Pick<ImportDraft, 'remarks' | 'missing'> {
  trip: Trip
  entries: number
  photos: number
}

/** The outcome of an import. Takes the focus, so that screen readers read it. */
export function ImportSummaryView({ summary, isNew }: { summary: ImportSummary; isNew: boolean }) {
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => head.current?.focus(), [])
  const { trip, entries, photos, missing } = summary
  const [first = ''] = missing
  const pictures = missing.length === 0 ? [] : [t('import.missing', { count: missing.length, first })]
  const remarks = [...pictures, ...summary.remarks.map(render)]
  const imported = { title: trip.title, entries, pictures: photos }
  return (
    <div className="outcome">
      <div className="outcome-head" ref={head} tabIndex={-1}>
        <Check aria-hidden className="outcome-good" />
        <p>{isNew ? t('import.created', imported) : t('import.added', imported)}</p>
      </div>
      {remarks.length > 0 && (
        <>
          <p className="quiet">{t('import.incomplete')}</p>
          <ul className="outcome-list" aria-label={t('import.remarks')}>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
