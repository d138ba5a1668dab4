import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { useApp, type Toast } from '../state/app-state.ts'
import { Button } from '../components/button.tsx'
import { IconButton } from '../components/icon-button.tsx'
import './toasts.css'

/** In milliseconds: long enough to read it, reach for the mouse and press Undo. */
const SHOWN_FOR = 8_000

function ToastCard({ toast }: { toast: Toast }) {
  const dismiss = useApp((state) => state.dismiss)
  const [isHeld, setHeld] = useState(false)

  useEffect(() => {
    if (isHeld || toast.tone !== 'plain') return undefined
    const timer = setTimeout(() => dismiss(toast.id), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [dismiss, isHeld, toast])

  return (
    // The handlers only keep it open while the user reads it or reaches for it. The element itself does nothing.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`toast ${toast.tone === 'failure' ? 'toast-failure' : ''}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className="toast-message" role={toast.tone === 'failure' ? 'alert' : undefined}>
        {toast.message}
      </p>
      {toast.action && (
        <Button
          kind="plain"
          className="toast-action"
          onPress={() => {
            toast.action?.run()
            dismiss(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label={t('toast.dismiss')} icon={<X aria-hidden />} onPress={() => dismiss(toast.id)} />
    </div>
  )
}

/** Passing messages, at the bottom of the window. */
export function Toasts() {
  const toasts = useApp((state) => state.toasts)
  return (
    // Screen readers announce messages only in a region that was there before them.
    <section className="toasts" aria-label={t('toast.region')} aria-live="polite" data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  )
}
