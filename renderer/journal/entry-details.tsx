import { ChevronDown, ChevronRight } from 'lucide-react'
import { Fragment, type MouseEvent, useId } from 'react'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import { chordsInText } from '../commands/command-keys.ts'
import { ariaKeys } from '../components/keys.ts'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { localTimeZone } from '../format/clocks.ts'
import { useDetails } from '../state/open-details.ts'
import { detailParts, firstDetail } from './detail-parts.ts'
import { EntryFields } from './entry-fields.tsx'
import type { HeadProps } from './entry-head.ts'
import { goToDetail } from './go-to-detail.ts'
import './entry-details.css'

/** Folds the details, unless that would drop a time that could not be read. */
function fold(): void {
  const unread = document.querySelector<HTMLElement>('.entry-details-fields .clock-field[data-invalid] input')
  if (unread === null) useDetails.getState().hide()
  else unread.focus()
}

/**
 * The details of an entry: one quiet line below its title, which opens as fields. A click on a part of it leads to that
 * field.
 *
 * @param props.onLeave goes on to the text
 */
export function EntryDetails({ onLeave, ...props }: HeadProps & { onLeave: () => void }) {
  const { entry, timeZone } = props
  const isOpen = useDetails(({ entryId }) => entryId === entry.id)
  const isReadOnly = useReadOnlyArea()
  const fieldsId = useId()
  const hide = useDetails((state) => state.hide)
  const all = detailParts(entry, timeZone, localTimeZone())
  const known = all.filter(({ isEmpty }) => !isEmpty)
  const shown = isReadOnly ? known : all
  const [chord] = chordsInText('entry-details')

  const onClick = ({ target }: MouseEvent) => {
    if (isOpen) return fold()
    const part = target instanceof Element ? target.closest('[data-part]') : null
    return goToDetail(entry.id, part?.getAttribute('data-part') ?? firstDetail(entry, timeZone))
  }
  if (shown.length === 0) return null

  return (
    <div className="entry-details">
      <button
        type="button"
        className="entry-details-line"
        aria-expanded={isOpen}
        aria-controls={isOpen ? fieldsId : undefined}
        aria-label={t('entry.details.name', {
          details: listOf(
            known.map(({ words }) => words),
            'unit',
          ),
          hasDetails: known.length > 0 ? 'yes' : 'other',
        })}
        aria-keyshortcuts={chord === undefined ? undefined : ariaKeys(chord)}
        onClick={onClick}
      >
        {isOpen ? (
          <span>{t('entry.details.open')}</span>
        ) : (
          <span className="entry-details-words">
            {shown.map(({ field, words, isEmpty }, index) => (
              <Fragment key={field}>
                {index > 0 && <span className="entry-details-dot"> · </span>}
                <span data-part={field} className={isEmpty ? 'entry-details-empty' : ''}>
                  {words}
                </span>
              </Fragment>
            ))}
          </span>
        )}
        {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
      </button>
      {isOpen && (
        <div id={fieldsId} className="entry-details-fields">
          <EntryFields
            {...props}
            onLeave={() => {
              hide()
              onLeave()
            }}
          />
        </div>
      )}
    </div>
  )
}
