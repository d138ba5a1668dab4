import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './icon-button.tsx'
import './dialog.css'

export interface DialogProps {
  title: string
  /** Called on Esc, on the cross, and on a press outside where that loses nothing. */
  onClose: () => void
  children: ReactNode
  /** Buttons, the one that does it last. */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** A press outside closes too. Leave it out where something may have been typed. */
  closesOutside?: boolean
  /** A question that has to be answered: read out as one. */
  isAlert?: boolean
}

/** A sheet above the page. The focus stays inside and goes back afterwards. Render it while it is open. */
export function Dialog({ title, onClose, children, footer, size = 'medium', closesOutside, isAlert }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={closesOutside ?? false}
      onOpenChange={(open) => !open && onClose()}
      className="dialog-veil"
    >
      <Modal className={`dialog-modal dialog-${size}`}>
        <AriaDialog className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton label="Close" keys="Esc" icon={<X aria-hidden />} onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
