import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Remark } from '../../electron/shared/post.ts'
import type { RemarkPlace } from '../../electron/shared/report/post-places.ts'
import './remark-list.css'

/** Maximum number of remarks that are shown. A trip can have thousands of entries that are still empty. */
const SHOWN = 100

/** A remark, and the way to put right what it is about. */
export interface FixableRemark extends Remark {
  /** The words of the button, and what it does; missing if there is nothing to offer. */
  fix?: { label: string; apply: () => void }
}

interface Props {
  remarks: readonly FixableRemark[]
  /** Leads to the place where it can be changed. */
  onGo: (place: RemarkPlace) => void
  id?: string
}

/** What the author may want to check before publishing. Each line leads to its place, or puts it right. */
export function RemarkList({ remarks, onGo, id }: Props) {
  const list = useRef<HTMLUListElement>(null)
  /** The line whose button was pressed: what follows moves up to it, and gets the focus. */
  const fixed = useRef<number | null>(null)
  useEffect(() => {
    const index = fixed.current
    fixed.current = null
    if (index === null || list.current === null) return
    const lines = list.current.children
    const line = lines[Math.min(index, lines.length - 1)]
    const target = line?.querySelector<HTMLElement>('.remark-fix') ?? line?.querySelector<HTMLElement>('.remark')
    target?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the lines have moved up when the remarks have changed
  }, [remarks])
  return (
    <ul ref={list} id={id} className="remarks" aria-label={t('report.remarks')}>
      {remarks.slice(0, SHOWN).map(({ message, at, fix }, index) => (
        // Remarks have no identity and are all replaced together.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className={fix === undefined ? undefined : 'remark-line'}>
          <Button className="remark" onPress={() => onGo(at)}>
            {render(message)}
          </Button>
          {fix !== undefined && (
            <Button
              className="remark-fix"
              onPress={() => {
                fixed.current = index
                fix.apply()
              }}
            >
              {fix.label}
            </Button>
          )}
        </li>
      ))}
      {remarks.length > SHOWN && (
        <li className="remarks-more">{t('report.remark-more', { count: remarks.length - SHOWN })}</li>
      )}
    </ul>
  )
}
