import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { licenseText, packedName, readDictionaryList } from '../../../build/dictionaries/dictionary-list.ts'
import { root } from '../../support/programs.ts'

const folder = join(root, 'build', 'dictionaries')
const list = readDictionaryList(folder)

test('each dictionary is the one that was made from its words', () => {
  const found = list.map((dictionary) => {
    const bytes = gunzipSync(readFileSync(join(folder, packedName(dictionary))))
    return [dictionary.language, bytes.toString('latin1', 0, 4), createHash('sha256').update(bytes).digest('hex')]
  })
  expect(found).toEqual(list.map(({ language, sha256 }) => [language, 'BDic', sha256]))
})

test('every dictionary in the folder is in the list', () => {
  const kept = readdirSync(folder).filter((name) => name.endsWith('.gz'))
  expect(kept.toSorted()).toEqual(list.map(packedName).toSorted())
})

test.each(list)('the licence of $package is whole', (dictionary) => {
  const whole = {
    'MIT AND BSD-3-Clause': 'Permission to use, copy, modify, distribute and sell these word',
    'BSD-3-Clause': 'Redistribution and use in source and binary forms',
    'GPL-3.0-only': 'END OF TERMS AND CONDITIONS',
    'MPL-1.1': 'MULTIPLE-LICENSED CODE',
    'MPL-2.0': 'Incompatible With Secondary Licenses',
  }
  expect(licenseText(folder, dictionary)).toContain(whole[dictionary.license as keyof typeof whole])
})
