import { expect, test } from 'vitest'
import { type Notice, whyNot, writeNotices } from '../../../build/notices/notice.ts'
import { packageFolder, packageNotice } from '../../../build/notices/package-notice.ts'
import { resolvePackage } from '../../support/programs.ts'
import { dirname } from 'node:path'

const notice = (changes: Partial<Notice> = {}): Notice => ({
  name: 'pebble',
  version: '1.0.0',
  license: 'MIT',
  from: null,
  text: 'Do as you like.',
  ...changes,
})

test('what is under a licence that is not on the list is not shipped', () => {
  expect(whyNot(notice(), 'program')).toBeNull()
  for (const license of ['GPL-3.0-only', 'SSPL-1.0', 'UNLICENSED', 'SEE LICENSE IN terms.txt', ''])
    expect(whyNot(notice({ license }), 'program')).toContain('not on the list')
})

test('of licences that all hold each has to be on the list, of licences to choose from one', () => {
  expect(whyNot(notice({ license: '(MIT OR GPL-3.0-only)' }), 'program')).toBeNull()
  expect(whyNot(notice({ license: 'MIT AND OFL-1.1' }), 'program')).toBeNull()
  expect(whyNot(notice({ license: 'MIT AND GPL-3.0-only' }), 'program')).toContain('not on the list')
})

test('what lies beside the program may ask for more than what is part of it', () => {
  expect(whyNot(notice({ license: 'MPL-2.0' }), 'program')).toContain('not on the list')
  expect(whyNot(notice({ license: 'MPL-2.0' }), 'data')).toBeNull()
})

test('what has no text of its licence is not shipped', () => {
  expect(whyNot(notice({ text: ' \n' }), 'program')).toBe('pebble has no text of its licence (MIT).')
})

test('those under the same words stand together before these words, in the same order each time', () => {
  const stone = notice({ name: 'stone', from: 'https://example.com/stone' })
  const other = notice({ name: 'amber', text: 'Say who made it.\r\nAlways.', license: 'ISC' })
  const text = writeNotices([stone, other, notice()])
  expect(text).toBe(writeNotices([notice(), stone, other]))
  expect(text).toContain('amber 1.0.0 · ISC\n\nSay who made it.\nAlways.\n')
  expect(text).toContain('pebble 1.0.0 · MIT\nstone 1.0.0 · MIT · https://example.com/stone\n\nDo as you like.\n')
})

test('a module belongs to the innermost package that it lies in', () => {
  expect(packageFolder('/a/node_modules/b/node_modules/@c/d/e/f.js?used')).toBe('/a/node_modules/b/node_modules/@c/d')
  expect(packageFolder('/a/renderer/main.tsx')).toBeNull()
})

test('a package tells its name, its version, its address and all of its licence', () => {
  const zod = packageNotice(dirname(resolvePackage('zod')))
  expect(zod).toMatchObject({ name: 'zod', license: 'MIT', from: 'https://zod.dev' })
  expect(zod.version).toMatch(/^4\./)
  expect(zod.text).toContain('Permission is hereby granted')
})
