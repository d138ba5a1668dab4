import { ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Composition } from '../../electron/shared/contract/report.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { useTrip } from '../state/open-trip.ts'
import { RemarkList } from '../components/remark-list.tsx'
import './report-foot.css'

/** The length of the post, and what to check before publishing it. */
export function ReportFoot({ composition }: { composition: Composition | null }) {
  const [isOpen, setOpen] = useState(false)
  const lookAt = useTrip((state) => state.lookAt)
  const listId = useId()
  if (!composition) return <div className="report-foot" />
  const { remarks, words } = composition
  const shown = isOpen && remarks.length > 0
  return (
    <div className="report-foot">
      {shown && (
        <div className="report-foot-remarks">
          <RemarkList id={listId} remarks={remarks} onGo={lookAt} />
        </div>
      )}
      <div className="report-foot-line">
        <span>{t('count.words', { count: words })}</span>
        {remarks.length > 0 && (
          <Button
            className="report-foot-button"
            aria-expanded={shown}
            aria-controls={shown ? listId : undefined}
            onPress={() => setOpen(!isOpen)}
          >
            {t('report.remark-count', { count: remarks.length })}
            <ChevronUp aria-hidden />
          </Button>
        )}
      </div>
    </div>
  )
}
