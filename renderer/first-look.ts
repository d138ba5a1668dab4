import { bridge } from './bridge/bridge.ts'

/**
 * What is in the library, asked before anything else of the page is evaluated: so the engine is loaded while the page
 * makes itself ready, and not before, when it would hold up what the page is made of, nor after. To be imported first.
 */
export const firstLook = bridge.call('library.list', {})
