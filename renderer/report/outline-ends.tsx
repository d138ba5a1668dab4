import { firstWords } from '../../electron/shared/entries/entry-name.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { PartId } from '../../electron/shared/report/post-places.ts'
import { assertNever } from '../../electron/shared/result.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { isCommandKey } from '../commands/command-keys.ts'
import { useTrip } from '../state/open-trip.ts'
import type { OutlineView } from './outline-actions.ts'
import './outline-row.css'

type End = 'title' | 'lead' | 'closing'

/** The beginning of what is written there. */
function wordsOf({ title, report }: Trip, part: End): string {
  switch (part) {
    case 'title':
      return report.title.trim() || title
    case 'lead':
      return firstWords(report.lead)
    case 'closing':
      return report.closing.heading.trim() || firstWords(report.closing.text)
    default:
      return assertNever(part)
  }
}

/** A row for the title, the lead or the closing, which frame the entries. Follows what is typed on its own. */
export function OutlineEnd({ part, view }: { part: End; view: OutlineView }) {
  const words = useTrip(({ trip }) => (trip ? wordsOf(trip, part) : ''))
  const id: PartId = part
  const isSelected = view.selected === id
  const edit = () => view.actions.edit(id, part === 'title' ? 'heading' : 'text')
  return (
    <div className="outline-row" data-part={id}>
      <div className={`outline-row-line outline-row-end ${isSelected ? 'outline-row-selected' : ''}`}>
        <button
          type="button"
          className="outline-row-title"
          data-control="title"
          tabIndex={view.current === id ? 0 : -1}
          aria-current={isSelected ? 'true' : undefined}
          onClick={() => view.actions.select(id)}
          onDoubleClick={edit}
          onKeyDown={(event) => {
            if (!isCommandKey('edit-part', event)) return
            event.preventDefault()
            edit()
          }}
        >
          <span className="outline-row-kind">{t(`report.${part}`)}</span>
          <span className={`outline-row-words ${words === '' ? 'outline-row-none' : ''}`}>
            {words || t('report.row.none')}
          </span>
        </button>
      </div>
    </div>
  )
}
