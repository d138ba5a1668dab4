import { type ReactNode, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useApp } from '../state/app-state.ts'
import './finder.css'

export interface FinderProps {
  /** Its accessible name. */
  label: string
  /** The class of what covers the page behind it. */
  className: string
  onClose: () => void
  /** The field, and what is found. */
  children: ReactNode
}

/** A dialog that is a field and a list of what is found. */
export function Finder({ label, className, onClose, children }: FinderProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={`finder-veil ${className}`}
    >
      <Modal className="finder">
        <Dialog className="finder-sheet" aria-label={label}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Returns what had the focus before a finder was opened, and a function that closes it and gives the focus back. */
export function useClosing(): [before: HTMLElement | null, close: () => void] {
  const closeDialog = useApp((state) => state.closeDialog)
  const [before] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null))
  const close = useCallback(() => {
    flushSync(closeDialog)
    if (before?.isConnected) before.focus({ preventScroll: true })
  }, [before, closeDialog])
  return [before, close]
}
