import { useEffect, useRef, useState } from 'react'
import { commands } from '../../electron/shared/commands.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { isPressed } from '../components/keys.ts'
import { type FixableRemark, RemarkList, type RemarkListHandle } from '../components/remark-list.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import './things-to-look-at.css'

const { keys = [] } = commands['apply-suggestion']

/**
 * What may have to be changed before the report is exported. Each line closes the dialog and leads to its place, or puts
 * it right; the key of the report does so, too.
 */
export function ThingsToLookAt({ remarks }: { remarks: readonly FixableRemark[] }) {
  const [isOpen, setOpen] = useState(false)
  const list = useRef<RemarkListHandle>(null)
  const hasFix = remarks.some(({ fix }) => fix !== undefined)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!hasFix || event.defaultPrevented || !keys.some((chord) => isPressed(chord, event))) return
      event.preventDefault()
      // They are read first.
      if (list.current === null) setOpen(true)
      else list.current.applyNext()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [hasFix])
  if (remarks.length === 0) return null
  return (
    <details className="things" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="things-count">{t('report.remark-count', { count: remarks.length })}</summary>
      {isOpen && (
        <RemarkList
          ref={list}
          remarks={remarks}
          fixKeys={keys[0]}
          onGo={(place) => {
            useApp.getState().closeDialog()
            useTrip.getState().lookAt(place)
          }}
        />
      )}
    </details>
  )
}
