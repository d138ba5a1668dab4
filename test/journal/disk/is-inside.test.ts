import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isInside } from '../../../electron/journal/disk/is-inside.ts'

const folder = resolve('/lib')

test.each(['/lib', '/lib/', '/lib/trip', '/lib/a/../trip', '/lib/..exports', '/lib/..exports/post.md', '/lib/...'])(
  '%s is inside /lib',
  (path) => {
    expect(isInside(resolve(path), folder)).toBe(true)
  },
)

test.each(['/', '/library', '/lib/..', '/lib/../other', '/other/lib', '/..lib'])('%s is not inside /lib', (path) => {
  expect(isInside(resolve(path), folder)).toBe(false)
})
