import React from 'react'
import { cleanup, configure, getConfig } from '@testing-library/react'
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

const internals: unknown = Reflect.get(React, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE')
const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null
const { getElementError } = getConfig()

configure({
  // A busy machine may take longer than the default of one second.
  asyncUtilTimeout: 10_000,
  // While something is waited for, it is looked for after each change, and the error usually comes to nothing. Printing the
  // page into each takes much of the time. When the wait has timed out, the page is printed.
  getElementError: (message, container) =>
    isWaiting() ? Object.assign(new Error(message ?? ''), { name: notFound }) : getElementError(message, container),
})

const notFound = 'TestingLibraryElementError'

// For its warnings, React keeps a stack trace of each of the first 10,000 elements in a second. It counts them in here.
if (isRecord(internals))
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', { get: () => Number.MAX_VALUE, set: () => {} })

/** Whether a query is being repeated until it finds something. */
function isWaiting(): boolean {
  const { _disableExpensiveErrorDiagnostics: isSilent } = getConfig() as { _disableExpensiveErrorDiagnostics?: boolean }
  return isSilent === true
}

afterEach(() => {
  cleanup()
  // Tests of large screens switch it on.
  configure({ defaultHidden: false })
})
