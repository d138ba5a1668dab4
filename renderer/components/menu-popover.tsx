import { type RefObject, useRef } from 'react'
import {
  MenuContext,
  OverlayTriggerStateContext,
  Popover,
  PopoverContext,
  Provider,
  RootMenuTriggerStateContext,
} from 'react-aria-components'
import { useMenuTriggerState } from 'react-stately/useMenuTriggerState'
import { MenuList, type MenuListProps } from './menu-list.tsx'
import type { MenuFocus } from './menu.tsx'
import './option.css'

export interface MenuPopoverProps extends Pick<MenuListProps, 'label' | 'items'> {
  id: string
  /** What takes the focus; `null` while the menu is closed. */
  focus: MenuFocus | null
  close: () => void
  button: RefObject<HTMLButtonElement | null>
  buttonId: string
}

/** The menu below its button. It takes its place in React Aria as inside a `MenuTrigger`. */
export function MenuPopover({ id, focus, close, button, buttonId, label, items }: MenuPopoverProps) {
  const scrolled = useRef<HTMLDivElement>(null)
  const state = useMenuTriggerState({ isOpen: focus !== null, onOpenChange: (isOpen) => !isOpen && close() })
  const autoFocus = focus === 'first' || focus === 'last' ? focus : true
  return (
    <Provider
      values={[
        [MenuContext, { id, 'aria-labelledby': buttonId, autoFocus, onClose: close, ref: scrolled }],
        [OverlayTriggerStateContext, state],
        [RootMenuTriggerStateContext, state],
        [
          PopoverContext,
          {
            trigger: 'MenuTrigger',
            triggerRef: button,
            scrollRef: scrolled,
            placement: 'bottom start',
            'aria-labelledby': buttonId,
          },
        ],
      ]}
    >
      <Popover className="popover" offset={4}>
        <MenuList label={label} items={items} />
      </Popover>
    </Provider>
  )
}
