import { bridge } from './bridge/bridge.ts'

/**
 * Requests the contents of the library before anything else of the page is evaluated, so that the engine is loaded
 * while the page prepares itself: earlier it would delay the page, later it would delay the list. Must be imported
 * first.
 */
export const firstLook = bridge.call('library.list', {})
