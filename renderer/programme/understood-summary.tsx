import type { UnderstoodProgramme } from '../../electron/shared/contract/programme.ts'
import { formatCounts } from '../../electron/shared/messages/format.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import './import-programme-dialog.css'

/** Maximum number of remarks that are shown. */
const SHOWN = 100

/** What was understood of a programme, and what was not. */
export function UnderstoodSummary({ understood }: { understood: UnderstoodProgramme }) {
  const { details, sessions, days, rooms, speakers, remarks } = understood
  const counts = formatCounts([
    [sessions, t('programme.count.sessions', { count: sessions })],
    [days, t('programme.count.days', { count: days })],
    [rooms, t('programme.count.rooms', { count: rooms })],
    [speakers, t('programme.count.speakers', { count: speakers })],
  ])
  return (
    <>
      <p className="understood">
        {details.title !== '' && <strong>{details.title}</strong>} {counts}
      </p>
      {remarks.length > 0 && (
        <ul className="understood-remarks" aria-label={t('programme.import.remarks')}>
          {remarks.slice(0, SHOWN).map((remark, index) => (
            // Remarks have no identity and are all replaced together.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>{render(remark)}</li>
          ))}
          {remarks.length > SHOWN && <li>{t('programme.import.more-remarks', { count: remarks.length - SHOWN })}</li>}
        </ul>
      )}
    </>
  )
}
