import { type KeyboardEvent, lazy, type ReactElement, type ReactNode, Suspense, useId, useRef, useState } from 'react'
import { ButtonContext, type ButtonProps } from 'react-aria-components'
import type { Chord } from '../../electron/shared/chord.ts'
import { useOnce } from './use-once.ts'

const MenuPopover = lazy(async () => ({ default: (await import('./menu-popover.tsx')).MenuPopover }))

export type MenuEntry =
  | {
      id: string
      label: string
      icon?: ReactNode
      /** Its keyboard shortcut. */
      keys?: Chord
      /** It deletes something. */
      isDanger?: boolean
      isDisabled?: boolean
      onAction: () => void
    }
  | { id: string; separator: true }

export interface MenuProps {
  /** The `Button` or `IconButton` that opens it. */
  trigger: ReactElement
  /** Its accessible name. */
  label: string
  items: readonly MenuEntry[]
}

/** What takes the focus in a menu that opens. `menu`: none of its entries. */
export type MenuFocus = 'first' | 'last' | 'menu'

/** The keys that open a menu, with the entry that then takes the focus. */
const openingKeys: Readonly<Partial<Record<string, MenuFocus>>> = {
  Enter: 'first',
  ' ': 'first',
  ArrowDown: 'first',
  ArrowUp: 'last',
}

/** Whether a key that would open a menu does not, because of how it is pressed. Alt with an arrow opens it, too. */
const isOther = ({ key, repeat, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  repeat || shiftKey || ctrlKey || metaKey || (altKey && !key.startsWith('Arrow'))

/** A menu that a button opens. All but the button is loaded when it is first opened. */
export function Menu({ trigger, label, items }: MenuProps) {
  const [focus, setFocus] = useState<MenuFocus | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const buttonId = useId()
  const menuId = useId()
  const isOpen = focus !== null
  const wasOpen = useOnce(isOpen)

  const open = (on: MenuFocus) => {
    // The focus goes back to it when the menu closes.
    button.current?.focus({ preventScroll: true })
    setFocus(on)
  }
  const props: ButtonProps = {
    id: buttonId,
    'aria-haspopup': true,
    'aria-expanded': isOpen,
    ...(isOpen && { 'aria-controls': menuId }),
    preventFocusOnPress: true,
    // As menus of the system do, it opens when the button of the mouse goes down, and when a finger goes up.
    onPressStart({ pointerType }) {
      if (pointerType === 'virtual') open('first')
      else if (pointerType !== 'touch' && pointerType !== 'keyboard') open('menu')
    },
    onPress({ pointerType }) {
      if (pointerType === 'touch') open('menu')
    },
    onKeyDown(event) {
      const on = openingKeys[event.key]
      if (on === undefined || isOther(event)) return event.continuePropagation()
      event.preventDefault()
      open(on)
    },
  }
  return (
    <>
      <ButtonContext value={{ ...props, ref: button, isPressed: isOpen }}>{trigger}</ButtonContext>
      {wasOpen && (
        <Suspense fallback={null}>
          <MenuPopover
            id={menuId}
            focus={focus}
            close={() => setFocus(null)}
            button={button}
            buttonId={buttonId}
            label={label}
            items={items}
          />
        </Suspense>
      )}
    </>
  )
}
