import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom has no CSS object, which React Aria needs for escaping. Identifiers in tests are letters, digits and dashes.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS

// jsdom has no media queries: none matches, and none ever changes.
window.matchMedia ??= (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList

// jsdom has no layout: a range of text has no rectangles.
Object.assign(Range.prototype, { getClientRects: () => [] })

// Nor does anything scroll.
Object.assign(Element.prototype, { scrollIntoView: () => {} })

// Nor does anything come into view.
globalThis.IntersectionObserver ??= class implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}

// A busy machine may take longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 })

afterEach(cleanup)
