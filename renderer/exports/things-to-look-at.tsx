import { useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { type FixableRemark, RemarkList } from '../components/remark-list.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import './things-to-look-at.css'

/** What may have to be changed before the report is exported. Each line closes the dialog and leads to its place. */
export function ThingsToLookAt({ remarks }: { remarks: readonly FixableRemark[] }) {
  const [isOpen, setOpen] = useState(false)
  if (remarks.length === 0) return null
  return (
    <details className="things" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="things-count">{t('report.remark-count', { count: remarks.length })}</summary>
      {isOpen && (
        <RemarkList
          remarks={remarks}
          onGo={(place) => {
            useApp.getState().closeDialog()
            useTrip.getState().lookAt(place)
          }}
        />
      )}
    </details>
  )
}
