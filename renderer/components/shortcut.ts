import { type ComponentProps, createElement } from 'react'
import type { Chord } from '../../electron/shared/chord.ts'
import { ariaKeys } from './keys.ts'

/**
 * Props that tell assistive technology the shortcut of a React Aria button, which does not pass on `aria-keyshortcuts`.
 */
export function shortcutProps(keys: Chord | undefined) {
  if (keys === undefined) return {}
  return {
    render: (props: ComponentProps<'button'>) =>
      createElement('button', { ...props, 'aria-keyshortcuts': ariaKeys(keys) }),
  }
}
