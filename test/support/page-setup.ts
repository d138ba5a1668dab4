import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom has no CSS object; React Aria quotes selectors with it. All identifiers in tests are letters, digits and dashes.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS

// Nor media queries: none matches, and none ever changes.
window.matchMedia ??= (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList

// Nor does it lay anything out: a stretch of text has no places on a screen that is not there.
Object.assign(Range.prototype, { getClientRects: () => [] })

// What a test waits for comes, or does not; a busy machine may take longer than the usual second.
configure({ asyncUtilTimeout: 10_000 })

afterEach(cleanup)
