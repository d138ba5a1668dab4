import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { Chord } from '../../electron/shared/chord.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Remark } from '../../electron/shared/post.ts'
import type { RemarkPlace } from '../../electron/shared/report/post-places.ts'
import { shownKeys } from './keys.ts'
import { shortcutProps } from './shortcut.ts'
import './remark-list.css'

/** Maximum number of remarks that are shown. A trip can have thousands of entries that are still empty. */
const SHOWN = 100

/** A remark, and the way to put right what it is about. */
export interface FixableRemark extends Remark {
  /** The words of the button, and what it does; missing if there is nothing to offer. */
  fix?: { label: string; apply: () => void }
}

/** What a command does with the list. */
export interface RemarkListHandle {
  /** Leads the focus to the first offer, so that it can be read before it is taken. */
  focus: () => void
  /** Puts right what the line with the focus is about, or else the first that can be. */
  applyNext: () => void
}

interface Props {
  remarks: readonly FixableRemark[]
  /** Leads to the place where it can be changed. */
  onGo: (place: RemarkPlace) => void
  /** The keys that take the first offer, for its tooltip. */
  fixKeys?: Chord | undefined
  id?: string
  ref?: Ref<RemarkListHandle>
}

/** What the author may want to check before publishing. Each line leads to its place, or puts it right. */
export function RemarkList({ remarks, onGo, fixKeys, id, ref }: Props) {
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
  const shown = remarks.slice(0, SHOWN)
  const firstFix = shown.findIndex(({ fix }) => fix !== undefined)
  useImperativeHandle(ref, () => ({
    focus: () => list.current?.querySelector<HTMLElement>('.remark-fix')?.focus(),
    applyNext() {
      const focused = document.activeElement?.closest('li')
      const at = Array.from(list.current?.children ?? []).findIndex((line) => line === focused)
      const index = shown[at]?.fix === undefined ? firstFix : at
      // Somebody who writes in the post goes on writing.
      if (at !== -1) fixed.current = index
      shown[index]?.fix?.apply()
    },
  }))
  return (
    <ul ref={list} id={id} className="remarks" aria-label={t('report.remarks')}>
      {shown.map(({ message, at, fix }, index) => (
        // Remarks have no identity and are all replaced together.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className={fix === undefined ? undefined : 'remark-line'}>
          <Button className="remark" onPress={() => onGo(at)}>
            {render(message)}
          </Button>
          {fix !== undefined && (
            <Button
              {...shortcutProps(fixKeys)}
              className="remark-fix"
              onPress={() => {
                fixed.current = index
                fix.apply()
              }}
            >
              {fix.label}
              {fixKeys !== undefined && index === firstFix && <kbd aria-hidden>{shownKeys(fixKeys)}</kbd>}
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
