import { expect, test } from 'vitest'
import { asciiSlug } from '../../../electron/journal/report/slug.ts'

test.each([
  ['PyCon DE & PyData 2026', 'pycon-de-pydata-2026'],
  ['  Łódź, Straße: Ærø! ', 'lodz-strasse-aero'],
  ["What's new — “really”", 'whats-new-really'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON', 'con-report'],
  ['日本', ''],
  ['', ''],
  ['a'.repeat(200), 'a'.repeat(60)],
  ['word '.repeat(40), 'word-word-word-word-word-word-word-word-word-word-word-word'],
])('the short name of %j is %j', (title, slug) => {
  expect(asciiSlug(title)).toBe(slug)
})
