import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { commands } from '../../electron/shared/commands.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { IconButton } from './icon-button.tsx'
import { useKeptFocus } from './keep-focus.ts'
import { useMainButton } from './main-button.ts'
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
  /** Called on Esc, by the close button, and on a press outside if `closesOutside` is set. */
  onClose: () => void
  children: ReactNode
  /** Buttons, the primary one last. */
  footer?: ReactNode
  /** `wide` has a fixed height, for two panes side by side that scroll on their own. */
  size?: Size
  /** Also closes on a press outside. Leave it out if the dialog may contain unsaved text. */
  closesOutside?: boolean
  /** It holds only text, which takes the focus so that it can be scrolled with the keyboard. */
  isText?: boolean
  /** A question that must be answered, announced as an alert. */
  isAlert?: boolean
}

function Sheet({ title, onClose, children, footer, isText, isAlert }: DialogProps) {
  const sheet = useRef<HTMLElement>(null)
  useKeptFocus(sheet)
  useMainButton(sheet)
  return (
    <AriaDialog ref={sheet} className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
      <header className="dialog-head">
        <Heading slot="title" className="dialog-title">
          {title}
        </Heading>
        <IconButton
          label={t('command.close-dialog')}
          keys={commands['close-dialog'].keys?.[0]}
          icon={<X aria-hidden />}
          onPress={onClose}
        />
      </header>
      {isText ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard has to reach what scrolls
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

/** A modal dialog. It keeps the focus inside, and gives it back when it closes. Render it while it is open. */
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
