import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, Keyboard, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components'
import type { Chord } from '../../electron/shared/chord.ts'
import { shownKeys } from './keys.ts'
import './option.css'

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

export interface MenuListProps extends Pick<MenuProps, 'label' | 'items'> {
  /** Called after an entry was chosen, and on Esc, if the menu has no button that closes it. */
  onClose?: () => void
  /** Puts the focus on the first entry at once. */
  takesFocus?: boolean
}

/** The entries of a menu. */
export function MenuList({ label, items, onClose, takesFocus = false }: MenuListProps) {
  return (
    <AriaMenu
      className="options"
      aria-label={label}
      // A menu takes the focus when it opens.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      {...(takesFocus && { autoFocus: 'first' as const })}
      {...(onClose !== undefined && { onClose })}
    >
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
            <Text slot="label" className="option-label">
              {item.label}
            </Text>
            {/* As generated content: what stands in the item as text has to be in its name, too. */}
            {item.keys !== undefined && <Keyboard className="option-keys" data-keys={shownKeys(item.keys)} />}
          </MenuItem>
        ),
      )}
    </AriaMenu>
  )
}

/** A menu that a button opens. */
export function Menu({ trigger, label, items }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" offset={4}>
        <MenuList label={label} items={items} />
      </Popover>
    </MenuTrigger>
  )
}
