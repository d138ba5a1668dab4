import { type RefObject, useEffect } from 'react'

/** Controls for which Enter already means something. */
const OWN_ENTER = [
  'a[href]',
  'button',
  'form *',
  'select',
  'summary',
  'textarea',
  '[contenteditable="true"]',
  '[data-own-enter]',
  '[role="combobox"]',
  '[role="menuitem"]',
  '[role="option"]',
  '[role="row"]',
].join(', ')

/**
 * Lets Enter press the main button of a dialog, wherever the focus is in it, unless the focused control has its own use
 * for the key.
 */
export function useMainButton(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event
      if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || event.repeat) return
      if (!(target instanceof Element) || target.closest(OWN_ENTER) !== null) return
      const main = element.querySelector<HTMLButtonElement>('.dialog-foot .button-primary:not(:disabled)')
      if (main === null) return
      event.preventDefault()
      main.click()
    }
    element.addEventListener('keydown', onKeyDown)
    return () => element.removeEventListener('keydown', onKeyDown)
  }, [dialog])
}
