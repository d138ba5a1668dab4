import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ImportSummary } from '../../electron/shared/contract/imports.ts'
import '../components/outcome.css'

/** The outcome of an import. Takes the focus, so that it is read out. */
export function ImportSummaryView({ summary, isNew }: { summary: ImportSummary; isNew: boolean }) {
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => head.current?.focus(), [])
  const { trip, entries, photos, remarks } = summary
  const what = [count(entries, 'entry', 'entries'), ...(photos > 0 ? [count(photos, 'picture', 'pictures')] : [])]
  return (
    <div className="outcome">
      <div className="outcome-head" ref={head} tabIndex={-1}>
        <Check aria-hidden className="outcome-good" />
        <p>
          {isNew
            ? `The trip “${trip.title}” was made, with ${what.join(' and ')}.`
            : `${what.join(' and ')} came to “${trip.title}”.`}
        </p>
      </div>
      {remarks.length > 0 && (
        <>
          <p className="quiet">Not everything was taken over as it stood:</p>
          <ul className="outcome-list" aria-label="Remarks">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`
}
