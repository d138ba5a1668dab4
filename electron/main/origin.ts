import { CAPTURE_HASH } from '../shared/page.ts'

/** The scheme and host under which the page is served: its origin, in the desktop window. */
export const PAGE_SCHEME = 'app'
export const PHOTO_SCHEME = 'trip'
const PAGE_HOST = 'lanyard'

export const pageAddress = `${PAGE_SCHEME}://${PAGE_HOST}/`
/** The address under which the page is the small window for capturing. */
export const captureAddress = `${pageAddress}${CAPTURE_HASH}`

/** Whether an address belongs to our own page. */
export function isOurPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST
}

/** Whether an address is that of the page itself, wherever it has been scrolled to. */
export function isTheWholePage(address: string): boolean {
  return address.split('#')[0] === pageAddress
}
