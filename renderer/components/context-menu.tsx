import { lazy, type MouseEvent, Suspense, useState } from 'react'
import type { MenuEntry } from './menu.tsx'
import { useOnce } from './use-once.ts'

const View = lazy(async () => ({ default: (await import('./context-menu-view.tsx')).OpenContextMenu }))

interface Place {
  x: number
  y: number
}

export interface ContextMenu {
  /** Opens the menu where the event was; for the menu key, below the focused element. */
  open: (event: MouseEvent<HTMLElement>) => void
  /** Where the menu is; `null` while it is closed. */
  at: Place | null
  close: () => void
}

/** The key of the row or card of a list that an event was on; `null` if it was elsewhere. */
export function keyAt({ target }: MouseEvent): string | null {
  return target instanceof Element ? (target.closest('[role="row"]')?.getAttribute('data-key') ?? null) : null
}

/** Holds where a context menu is open. */
export function useContextMenu(): ContextMenu {
  const [at, setAt] = useState<Place | null>(null)
  return {
    at,
    open(event) {
      event.preventDefault()
      // The menu key sends no position of the mouse.
      const isByKey = event.button !== 2 || (event.clientX === 0 && event.clientY === 0)
      const box = isByKey ? document.activeElement?.getBoundingClientRect() : undefined
      setAt(box ? { x: box.left + 16, y: box.bottom - 4 } : { x: event.clientX, y: event.clientY })
    },
    close: () => setAt(null),
  }
}

export interface ContextMenuViewProps extends Pick<ContextMenu, 'at' | 'close'> {
  /** Its accessible name. */
  label: string
  items: readonly MenuEntry[]
}

/** A menu at the mouse. It gives the focus back when it closes. */
export function ContextMenuView(props: ContextMenuViewProps) {
  return (
    useOnce(props.at !== null) && (
      <Suspense fallback={null}>
        <View {...props} />
      </Suspense>
    )
  )
}
