import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom has no CSS object; React Aria quotes selectors with it. All identifiers in tests are letters, digits and dashes.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS

afterEach(cleanup)
