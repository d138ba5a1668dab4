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

/** A menu that a button opens. */
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
                <Text slot="label" className="option-label">
                  {item.label}
                </Text>
                {/* As generated content: what stands in the item as text has to be in its name, too. */}
                {item.keys !== undefined && <Keyboard className="option-keys" data-keys={shownKeys(item.keys)} />}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
