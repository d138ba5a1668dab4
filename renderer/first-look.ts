import { CAPTURE_HASH } from '../electron/shared/page.ts'
import { bridge } from './bridge/bridge.ts'

/** Whether this is the small window over other programs, which only the desktop shell has. */
export const isCapturing = window.lanyard !== undefined && window.location.hash === CAPTURE_HASH

/**
 * Requests the contents of the library before anything else of the page is evaluated, so that the engine is loaded
 * while the page prepares itself: earlier it would delay the page, later it would delay the list. Must be imported
 * first.
 */
export const firstLook = isCapturing ? null : bridge.call('library.list', {})
