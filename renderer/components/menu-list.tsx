import { Menu as AriaMenu, Keyboard, MenuItem, Separator, Text } from 'react-aria-components'
import { shownKeys } from './keys.ts'
import type { MenuEntry } from './menu.tsx'
import './option.css'

export interface MenuListProps {
  /** Its accessible name. */
  label: string
  items: readonly MenuEntry[]
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
