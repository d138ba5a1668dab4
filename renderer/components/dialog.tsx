import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './icon-button.tsx'
import { useKeptFocus } from './keep-focus.ts'
import './dialog.css'

type Size = 'small' | 'medium' | 'large' | 'wide'

const sizes: Record<Size, string> = {
  small: 'dialog-small',
  medium: 'dialog-medium',
  large: 'dialog-large',
  wide: 'dialog-wide',
}

export interface DialogProps {
  title: string
  /** Called on Esc, on the cross, and on a press outside where that loses nothing. */
  onClose: () => void
  children: ReactNode
  /** Buttons, the one that does it last. */
  footer?: ReactNode
  /** `wide`: two panes side by side, each of which scrolls by itself; always of the same height. */
  size?: Size
  /** A press outside closes too. Leave it out where something may have been typed. */
  closesOutside?: boolean
  /** There is nothing in it to move the focus to, so the text takes it, to be scrolled by the keyboard. */
  isText?: boolean
  /** A question that has to be answered: read out as one. */
  isAlert?: boolean
}

function Sheet({ title, onClose, children, footer, isText, isAlert }: DialogProps) {
  const sheet = useRef<HTMLElement>(null)
  useKeptFocus(sheet)
  return (
    <AriaDialog ref={sheet} className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
      <header className="dialog-head">
        <Heading slot="title" className="dialog-title">
          {title}
        </Heading>
        <IconButton label="Close" keys="Esc" icon={<X aria-hidden />} onPress={onClose} />
      </header>
      {isText ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached
        <section className="dialog-body" aria-label={title} tabIndex={0}>
          {children}
        </section>
      ) : (
        <div className="dialog-body">{children}</div>
      )}
      {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
    </AriaDialog>
  )
}

/** A sheet above the page. The focus stays inside and goes back afterwards. Render it while it is open. */
export function Dialog(props: DialogProps) {
  const { onClose, size = 'medium', closesOutside = false } = props
  return (
    <ModalOverlay
      isOpen
      isDismissable={closesOutside}
      onOpenChange={(open) => !open && onClose()}
      className="dialog-veil"
    >
      <Modal className={`dialog-modal ${sizes[size]}`}>
        <Sheet {...props} />
      </Modal>
    </ModalOverlay>
  )
}
