import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, Keyboard, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { shownKeys } from './keys.ts'
import './option.css'

export type MenuEntry =
  | {
      id: string
      label: string
      icon?: ReactNode
      /** As in `Mod+E`. */
      keys?: string
      /** Loses something. */
      isDanger?: boolean
      isDisabled?: boolean
      onAction: () => void
    }
  | { id: string; separator: true }

export interface MenuProps {
  /** What opens it: a `Button` or an `IconButton`. */
  trigger: ReactElement
  /** What the menu is for, for screen readers. */
  label: string
  items: readonly MenuEntry[]
}

/** Things to do, behind a button. */
export function Menu({ trigger, label, items }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" offset={4}>
        <AriaMenu className="options" aria-label={label}>
          {items.map((item) =>
            'separator' in item ? (
              <Separator key={item.id} className="options-separator" />
            ) : (
              <MenuItem
                key={item.id}
                id={item.id}
                className={`option ${item.isDanger ? 'option-danger' : ''}`}
                textValue={item.label}
                isDisabled={item.isDisabled ?? false}
                onAction={item.onAction}
              >
                {item.icon}
                <span className="option-label">{item.label}</span>
                {item.keys !== undefined && <Keyboard className="option-keys">{shownKeys(item.keys)}</Keyboard>}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
