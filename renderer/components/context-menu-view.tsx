import { useRef } from 'react'
import { Popover } from 'react-aria-components'
import type { ContextMenuViewProps } from './context-menu.tsx'
import { MenuList } from './menu-list.tsx'
import './option.css'

/** A menu at the mouse. It gives the focus back when it closes. */
export function OpenContextMenu({ at, close, label, items }: ContextMenuViewProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      {at !== null && <span ref={anchor} aria-hidden style={{ position: 'fixed', left: at.x, top: at.y }} />}
      <Popover
        className="popover"
        aria-label={label}
        isOpen={at !== null}
        onOpenChange={(isOpen) => !isOpen && close()}
        triggerRef={anchor}
        placement="bottom start"
        offset={0}
      >
        <MenuList label={label} items={items} onClose={close} takesFocus />
      </Popover>
    </>
  )
}
