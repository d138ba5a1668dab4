import { expect, test } from 'vitest'
import { findTarget, exportPost } from '../support/exports.ts'
import { composePost } from '../../electron/journal/report/compose-post.ts'
import { hasRightToLeft } from '../../electron/shared/direction.ts'
import { someNote, tripWith } from '../support/library.ts'

test.each([
  ['שלום', true],
  ['He said مرحبا.', true],
  ['English, français, 日本語, ελληνικά', false],
  ['', false],
])('whether %j has letters from right to left: %s', (text, has) => {
  expect(hasRightToLeft(text)).toBe(has)
})

test('in an exported page, a block with letters from right to left has the direction of its first letter', async () => {
  const text = 'English.\n\nשלום **עולם**.\n\n- one\n- مرحبا'
  const { post } = composePost(tripWith([someNote({ title: 'Arrival', text })]))
  const { text: page, differences } = await exportPost(findTarget('html'), post)
  expect(differences).toEqual([])
  expect(page).toContain('<p>English.</p>')
  expect(page).toContain('<p dir="auto">שלום <strong>עולם</strong>.</p>')
  expect(page).toMatch(/<li>one<\/li>\s*<li dir="auto">مرحبا<\/li>/)
})
