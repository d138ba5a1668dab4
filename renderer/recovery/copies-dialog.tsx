import { useState } from 'react'
import type { ConflictCopy } from '../../electron/shared/history.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { formatInstant } from '../../electron/shared/messages/format.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { now } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import { CopyComparisonView } from './copy-comparison.tsx'
import './copies-dialog.css'

/** Why a copy cannot be merged. The advice for a damaged trip does not apply to a damaged copy of one. */
function formatProblem(error: Failure | null): string {
  if (error === null) return ''
  return error.code === 'trip.damaged' ? t('copies.damaged') : render(error)
}

interface CopyProps {
  tripId: string
  copy: ConflictCopy
  timeZone: string
}

function Copy({ tripId, copy, timeZone }: CopyProps) {
  const mergeCopy = useTrip((state) => state.mergeCopy)
  const isReadOnly = useTripReadOnly()
  const [isBusy, setBusy] = useState(false)
  const { name, holds, error } = copy

  const merge = async () => {
    setBusy(true)
    await mergeCopy(name)
    setBusy(false)
  }

  return (
    <li className="copy">
      <div className="copy-head">
        <div className="copy-text">
          <p className="copy-name">{name}</p>
          <p className="quiet">
            {holds
              ? t('copies.holds', {
                  entries: t('count.entries', { count: holds.entries }),
                  when: formatInstant(holds.updatedAt, timeZone, now()),
                })
              : formatProblem(error)}
          </p>
        </div>
        {holds && (
          <Button
            aria-label={t('copies.merge-one', { name })}
            isDisabled={isBusy || isReadOnly}
            onPress={() => void merge()}
          >
            {t('copies.merge')}
          </Button>
        )}
      </div>
      {holds && <CopyComparisonView tripId={tripId} name={name} timeZone={timeZone} />}
    </li>
  )
}

/** The conflict copies beside the open trip, which exist because two computers had changed it. */
export function CopiesDialog() {
  const closeDialog = useApp((state) => state.closeDialog)
  const trip = useTrip((state) => state.trip)
  const copies = useTrip((state) => state.copies)
  if (!trip) return null
  return (
    <Dialog title={t('copies.title')} onClose={closeDialog} closesOutside size="large">
      {copies.length === 0 ? (
        <EmptyState title={t('copies.none')}>{t('copies.none-detail')}</EmptyState>
      ) : (
        <>
          <p>{t('copies.what-happened', { count: copies.length })}</p>
          <ul>
            {copies.map((copy) => (
              <Copy key={copy.name} tripId={trip.id} copy={copy} timeZone={trip.timeZone} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
