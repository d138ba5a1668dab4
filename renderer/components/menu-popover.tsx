import { type ComponentProps, type RefObject, useRef } from 'react'
import {
  type Menu as AriaMenu,
  MenuContext,
  OverlayTriggerStateContext,
  Popover,
  PopoverContext,
  Provider,
  RootMenuTriggerStateContext,
} from 'react-aria-components'
import type { useMenuTriggerState } from 'react-stately/useMenuTriggerState'
import { MenuList, type MenuListProps } from './menu-list.tsx'
import './option.css'

export interface MenuPopoverProps extends Pick<MenuListProps, 'label' | 'items'> {
  state: ReturnType<typeof useMenuTriggerState>
  menuProps: ComponentProps<typeof AriaMenu>
  button: RefObject<HTMLButtonElement | null>
}

/** The menu below its button. It takes its place in React Aria as inside a `MenuTrigger`. */
export function MenuPopover({ state, menuProps, button, label, items }: MenuPopoverProps) {
  const scrolled = useRef<HTMLDivElement>(null)
  return (
    <Provider
      values={[
        [MenuContext, { ...menuProps, ref: scrolled }],
        [OverlayTriggerStateContext, state],
        [RootMenuTriggerStateContext, state],
        [
          PopoverContext,
          {
            trigger: 'MenuTrigger',
            triggerRef: button,
            scrollRef: scrolled,
            placement: 'bottom start',
            'aria-labelledby': menuProps['aria-labelledby'],
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
