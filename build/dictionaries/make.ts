import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Dictionary, listName, packedName, readDictionaryList } from './dictionary-list.ts'

/*
 * `npm run dictionaries` builds all spelling dictionaries from their npm packages, and fails if one differs from what
 * dictionaries.json says. After raising a version there, run `npm run dictionaries -- --accept`.
 */

/** Chromium's converter, from Debian's package qtwebengine5-dev-tools. */
const converter = process.env['CONVERT_DICT'] ?? '/usr/lib/qt5/bin/qwebengine_convert_dict'

const here = import.meta.dirname
const accept = process.argv.includes('--accept')
const folder = mkdtempSync(join(tmpdir(), 'lanyard-dictionaries-'))
try {
  const made = readDictionaryList(here).map((dictionary) => make(dictionary))
  if (accept) writeFileSync(join(here, listName), `${JSON.stringify(made, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true })
}

function make(dictionary: Dictionary): Dictionary {
  const { integrity, source } = fetchSource(dictionary)
  const words = join(source, `${dictionary.language}.bdic`)
  execFileSync(converter, [join(source, 'index.dic'), words], { stdio: ['ignore', 'ignore', 'inherit'] })
  const bytes = readFileSync(words)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expectSame(dictionary, 'the dictionary', dictionary.sha256, sha256)

  mkdirSync(join(here, 'licenses'), { recursive: true })
  const license = readFileSync(join(source, 'license'), 'utf8')
  writeFileSync(join(here, 'licenses', `${dictionary.language}.txt`), license.replaceAll('\r\n', '\n'))
  writeFileSync(join(here, packedName(dictionary)), gzipSync(bytes, { level: 9 }))
  process.stdout.write(`${dictionary.language}: ${bytes.byteLength} bytes\n`)
  return { ...dictionary, integrity, sha256 }
}

function fetchSource(dictionary: Dictionary): { integrity: string; source: string } {
  const name = `${dictionary.package}-${dictionary.version}`
  const source = join(folder, name)
  mkdirSync(source)
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, `${dictionary.package}@${dictionary.version}`])
  const archive = join(folder, `${name}.tgz`)
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  expectSame(dictionary, 'its package', dictionary.integrity, integrity)
  execFileSync('tar', ['-xzf', archive, '-C', source, '--strip-components=1'])
  return { integrity, source }
}

function expectSame(dictionary: Dictionary, what: string, expected: string, found: string): void {
  if (found === expected || accept) return
  throw new Error(`${dictionary.language}: ${what} is not the one in dictionaries.json. ${expected}, but ${found}`)
}
