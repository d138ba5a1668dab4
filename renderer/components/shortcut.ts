import { type ComponentProps, createElement } from 'react'
import type { Chord } from '../../electron/shared/chord.ts'
import { ariaKeys } from './keys.ts'

/**
 * Props that tell assistive technology which keys do the same as a button of React Aria, which passes no
 * `aria-keyshortcuts` on by itself.
 */
export function shortcutProps(keys: Chord | undefined) {
  if (keys === undefined) return {}
  return {
    render: (props: ComponentProps<'button'>) =>
      createElement('button', { ...props, 'aria-keyshortcuts': ariaKeys(keys) }),
  }
}
