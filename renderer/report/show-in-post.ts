import type { PartId } from '../../electron/shared/report/post-places.ts'

/** The distance between the top of the pane and a part that was scrolled to, in pixels. */
const MARGIN = 48

/** Scrolls the post to the beginning of a part, unless that is in sight. */
export function showInPost(scroller: HTMLElement, part: PartId): void {
  const editor = scroller.querySelector('[data-part-editor]')
  const first = editor ?? scroller.querySelector(`[data-of="${CSS.escape(part)}"]`)
  if (first === null) return
  const view = scroller.getBoundingClientRect()
  const { top } = first.getBoundingClientRect()
  const isInSight = top >= view.top && top <= view.bottom - 2 * MARGIN
  if (!isInSight) scroller.scrollTop += top - view.top - MARGIN
}
