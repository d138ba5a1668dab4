import { ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Composition } from '../../electron/shared/contract/report.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { useFacts } from '../check/use-facts.ts'
import { useTrip } from '../state/open-trip.ts'
import { RemarkList } from '../components/remark-list.tsx'
import './report-foot.css'

/** The length of the post, and what to check before publishing it. */
export function ReportFoot({ tripId, composition }: { tripId: string; composition: Composition | null }) {
  const facts = useFacts(
    tripId,
    useTrip((state) => state.revision),
  )
  const [isOpen, setOpen] = useState(false)
  const lookAt = useTrip((state) => state.lookAt)
  const listId = useId()
  if (!composition) return <div className="report-foot" />
  const { words } = composition
  const remarks = [...facts, ...composition.remarks]
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
