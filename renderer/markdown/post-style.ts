import { POST_STYLE } from '../../electron/shared/report/post-style.ts'
import { styleNonce } from '../bridge/bridge.ts'

let isAdded = false

/** Adds the style of posts to the page, which exported pages have as well. */
export function addPostStyle(): void {
  if (isAdded) return
  isAdded = true
  const style = document.createElement('style')
  style.nonce = styleNonce()
  style.textContent = POST_STYLE
  document.head.append(style)
}
