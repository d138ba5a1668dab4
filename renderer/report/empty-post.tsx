import { t } from '../../electron/shared/messages/translate.ts'
import type { EmptyReason } from '../../electron/shared/report/empty-report.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApp } from '../state/app-state.ts'

interface Props {
  tripId: string
  emptiness: EmptyReason
  count: number
}

/** Says why the post has no text, and what to do. */
export function EmptyPost({ tripId, emptiness, count }: Props) {
  switch (emptiness) {
    case 'nothing-written':
      return (
        <EmptyState
          title={t('report.empty')}
          action={
            <Button onPress={() => useApp.getState().goToTrip(tripId, 'journal')}>{t('report.empty-action')}</Button>
          }
        >
          {t('report.empty-note')}
        </EmptyState>
      )
    case 'left-out':
      return <EmptyState title={t('report.empty-left-out', { count })}>{t('report.empty-left-out-note')}</EmptyState>
    case 'unfiled':
      return <EmptyState title={t('report.empty-unfiled', { count })}>{t('report.empty-unfiled-note')}</EmptyState>
    default:
      return assertNever(emptiness)
  }
}
