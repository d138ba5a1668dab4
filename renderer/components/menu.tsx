import { lazy, type ReactElement, type ReactNode, Suspense, useRef } from 'react'
import { ButtonContext } from 'react-aria-components'
import { useMenuTrigger } from 'react-aria/useMenu'
import { useMenuTriggerState } from 'react-stately/useMenuTriggerState'
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

/** A menu that a button opens. What it looks like is loaded when it is first opened. */
export function Menu({ trigger, label, items }: MenuProps) {
  const state = useMenuTriggerState({})
  const button = useRef<HTMLButtonElement>(null)
  const { menuTriggerProps, menuProps } = useMenuTrigger<unknown>({ type: 'menu' }, state, button)
  const wasOpen = useOnce(state.isOpen)
  return (
    <>
      <ButtonContext value={{ ...menuTriggerProps, ref: button, isPressed: state.isOpen }}>{trigger}</ButtonContext>
      {wasOpen && (
        <Suspense fallback={null}>
          <MenuPopover state={state} menuProps={menuProps} button={button} label={label} items={items} />
        </Suspense>
      )}
    </>
  )
}
