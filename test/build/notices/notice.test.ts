import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { type Notice, shippingProblem, writeNotices } from '../../../build/notices/notice.ts'
import { packageFolder, packageNotice } from '../../../build/notices/package-notice.ts'
import { resolvePackage } from '../../support/programs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const notice = (changes: Partial<Notice> = {}): Notice => ({
  name: 'pebble',
  version: '1.0.0',
  license: 'MIT',
  from: null,
  text: 'Do as you like.',
  ...changes,
})

test('software under a licence that is not on the list is not shipped', () => {
  expect(shippingProblem(notice(), 'program')).toBeNull()
  for (const license of ['GPL-3.0-only', 'SSPL-1.0', 'UNLICENSED', 'SEE LICENSE IN terms.txt', ''])
    expect(shippingProblem(notice({ license }), 'program')).toContain('not on the list')
})

test('every licence of an AND has to be on the list, but only one of an OR', () => {
  expect(shippingProblem(notice({ license: '(MIT OR GPL-3.0-only)' }), 'program')).toBeNull()
  expect(shippingProblem(notice({ license: 'MIT AND OFL-1.1' }), 'program')).toBeNull()
  expect(shippingProblem(notice({ license: 'MIT AND GPL-3.0-only' }), 'program')).toContain('not on the list')
})

test('data beside the program may have licences that the program itself may not', () => {
  expect(shippingProblem(notice({ license: 'MPL-1.1' }), 'program')).toContain('not on the list')
  expect(shippingProblem(notice({ license: 'MPL-1.1' }), 'data')).toBeNull()
})

test('software without the text of its licence is not shipped', () => {
  expect(shippingProblem(notice({ text: ' \n' }), 'program')).toBe('pebble brings no text of its licence (MIT).')
})

test('works with the same licence text share a section, in the same order every time', () => {
  const stone = notice({ name: 'stone', from: 'https://example.com/stone' })
  const other = notice({ name: 'amber', text: 'Say who made it.\r\nAlways.', license: 'ISC' })
  const text = writeNotices([stone, other, notice()])
  expect(text).toBe(writeNotices([notice(), stone, other]))
  expect(text).toContain('amber 1.0.0 · ISC\n\nSay who made it.\nAlways.\n')
  expect(text).toContain('pebble 1.0.0 · MIT\nstone 1.0.0 · MIT · https://example.com/stone\n\nDo as you like.\n')
})

test('a module belongs to the innermost package that contains it', () => {
  expect(packageFolder('/a/node_modules/b/node_modules/@c/d/e/f.js?used')).toBe('/a/node_modules/b/node_modules/@c/d')
  expect(packageFolder('/a/renderer/main.tsx')).toBeNull()
})

test('the notice of a package has its name, version, address and whole licence', () => {
  const zod = packageNotice(dirname(resolvePackage('zod')))
  expect(zod).toMatchObject({ name: 'zod', license: 'MIT', from: 'https://zod.dev' })
  expect(zod.version).toMatch(/^4\./)
  expect(zod.text).toContain('Permission is hereby granted')
})

test('a package that names the MIT licence without its text gets the text, with its author', async () => {
  const folder = await temporaryFolder()
  const manifest = { name: 'pebble', version: '1.0.0', license: 'MIT', author: 'Ada Stone (https://example.org)' }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  const pebble = packageNotice(folder)
  expect(pebble.text).toContain('Copyright (c) Ada Stone\n')
  expect(shippingProblem(pebble, 'program')).toBeNull()
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, license: 'ISC' }))
  expect(shippingProblem(packageNotice(folder), 'program')).toContain('no text of its licence')
})
