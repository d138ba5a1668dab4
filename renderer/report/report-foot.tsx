import { ChevronUp, SpellCheck } from 'lucide-react'
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from 'react-aria-components'
import { blockingFirst } from '../../electron/shared/check/remark.ts'
import type { Composition } from '../../electron/shared/contract/report.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { useFacts } from '../check/use-facts.ts'
import { useTrip } from '../state/open-trip.ts'
import { chordsOf } from '../commands/command-keys.ts'
import type { CommandParts } from '../commands/command-part.ts'
import { useCommands } from '../commands/listen-to-keys.ts'
import { type FixableRemark, RemarkList, type RemarkListHandle } from '../components/remark-list.tsx'
import { reportCommands } from './report-commands.ts'
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
  const list = useRef<RemarkListHandle>(null)
  useSuggestions(facts, list, (then) => {
    flushSync(() => setOpen(true))
    then()
  })
  if (!composition) return <div className="report-foot" />
  const { words } = composition
  const remarks = blockingFirst([...facts, ...composition.remarks])
  const shown = isOpen && remarks.length > 0
  return (
    <div className="report-foot">
      {shown && (
        <div className="report-foot-remarks">
          <RemarkList
            ref={list}
            id={listId}
            remarks={remarks}
            fixKeys={chordsOf('apply-suggestion')[0]}
            onGo={lookAt}
          />
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

/**
 * The command that takes the next offer of the check. Where the offers are not shown yet, it shows them first: nobody
 * should change words unseen.
 */
function useSuggestions(
  facts: readonly FixableRemark[],
  list: RefObject<RemarkListHandle | null>,
  show: (then: () => void) => void,
): void {
  const latest = useRef({ facts, show })
  useEffect(() => {
    latest.current = { facts, show }
  })
  const commands = useMemo(
    (): CommandParts<'report'> => ({
      ...reportCommands,
      'apply-suggestion': {
        icon: SpellCheck,
        when: () => latest.current.facts.some(({ fix }) => fix !== undefined),
        run() {
          if (list.current === null) latest.current.show(() => list.current?.focus())
          else list.current.applyNext()
        },
      },
    }),
    [list],
  )
  useCommands('report', commands)
}
