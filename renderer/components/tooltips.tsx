import { useEffect, useState } from 'react'
import { Tooltip as AriaTooltip, TooltipTriggerStateContext } from 'react-aria-components'
import { useTooltipTriggerState } from 'react-stately/useTooltipTriggerState'
import { tooltipOf, WITH_TOOLTIP } from './tooltip.tsx'
import './tooltip.css'

/** How long the mouse rests before a tooltip is shown, in milliseconds. */
const DELAY = 500
/** How long a tooltip stays after the mouse has left, in milliseconds. */
const STAYS = 80
/** After a tooltip was shown, the next one is shown at once for this long, in milliseconds. */
const WARM = 500

const ID = 'tooltip'

/** The element with a tooltip that a target is in. */
const anchorAround = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(WITH_TOOLTIP) : null

/** Watches the mouse and the focus, and says for which element a tooltip is to be shown. Returns a function that ends it. */
function watch(show: (anchor: HTMLElement | null) => void): () => void {
  let shown: HTMLElement | null = null
  let timer = 0
  let warmUntil = -Infinity
  const set = (anchor: HTMLElement | null) => {
    clearTimeout(timer)
    if (shown === anchor) return
    if (shown !== null) warmUntil = performance.now() + WARM
    shown = anchor
    show(anchor)
  }
  const later = (anchor: HTMLElement | null, delay: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => set(anchor?.isConnected === true ? anchor : null), delay)
  }
  const onPointerOver = ({ target, relatedTarget, pointerType }: PointerEvent) => {
    const anchor = anchorAround(target)
    if (pointerType === 'touch' || anchor === anchorAround(relatedTarget)) return
    if (anchor === null) return later(null, STAYS)
    if (shown !== null || performance.now() < warmUntil) set(anchor)
    else later(anchor, DELAY)
  }
  const onFocusIn = ({ target }: FocusEvent) => {
    const anchor = anchorAround(target)
    set(anchor !== null && anchor === target && anchor.matches(':focus-visible') ? anchor : null)
  }
  const hide = () => set(null)
  const onKeyDown = (event: KeyboardEvent) => {
    // The first Escape only closes the tooltip.
    if (event.key === 'Escape' && shown?.isConnected === true) event.stopPropagation()
    hide()
  }
  const listeners = [
    ['pointerover', onPointerOver],
    ['focusin', onFocusIn],
    ['focusout', hide],
    ['pointerdown', hide],
    ['keydown', onKeyDown],
    ['scroll', hide],
  ] as const
  // The element may be removed while the mouse is on it.
  const removal = new MutationObserver(() => shown?.isConnected === false && hide())
  removal.observe(document.body, { childList: true, subtree: true })
  for (const [name, listener] of listeners) document.addEventListener(name, listener as EventListener, true)
  return () => {
    clearTimeout(timer)
    removal.disconnect()
    for (const [name, listener] of listeners) document.removeEventListener(name, listener as EventListener, true)
  }
}

/** A tooltip above an element, which is said to be described by it. */
function Tip({ anchor }: { anchor: HTMLElement }) {
  const state = useTooltipTriggerState({ isOpen: true })
  useEffect(() => {
    const before = anchor.getAttribute('aria-describedby')
    anchor.setAttribute('aria-describedby', before === null ? ID : `${before} ${ID}`)
    return () => {
      if (before === null) anchor.removeAttribute('aria-describedby')
      else anchor.setAttribute('aria-describedby', before)
    }
  }, [anchor])
  const { text, keys } = tooltipOf(anchor)
  return (
    <TooltipTriggerStateContext value={state}>
      <AriaTooltip
        // React Aria names only those that it opens itself.
        ref={(tip) => tip?.setAttribute('id', ID)}
        isOpen
        triggerRef={{ current: anchor }}
        className="tooltip"
        offset={6}
      >
        {text}
        {keys !== '' && <kbd className="tooltip-keys">{keys}</kbd>}
      </AriaTooltip>
    </TooltipTriggerStateContext>
  )
}

/** Shows the tooltip of the element under the mouse, after a moment, or of the one that a key brought the focus to. */
export function Tooltips() {
  const [shown, setShown] = useState<{ anchor: HTMLElement | null; count: number }>({ anchor: null, count: 0 })
  useEffect(() => watch((anchor) => setShown(({ count }) => ({ anchor, count: count + 1 }))), [])
  // Each one is placed afresh.
  return shown.anchor !== null && <Tip key={shown.count} anchor={shown.anchor} />
}
