import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSection, releaseSection } from '../../../build/release/changelog.ts'
import { checkVersion } from '../../../build/release/version.ts'
import { root } from '../../support/programs.ts'

const changelog = `# Changelog

About it.

## [Unreleased]

### Added

- A lantern.

## [0.1.0] - 2026-04-14

The first.
`

test('a version tells what its section says', () => {
  expect(readSection(changelog, 'Unreleased')).toBe('### Added\n\n- A lantern.')
  expect(readSection(changelog, '0.1.0')).toBe('The first.')
  expect(readSection(changelog, '0.1')).toBeNull()
})

test('what is not released yet gets a section with its day, below an empty one', () => {
  const result = releaseSection(changelog, '0.2.0', '2026-05-01')
  expect(result).toEqual({
    ok: true,
    value: changelog.replace('## [Unreleased]\n', '## [Unreleased]\n\n## [0.2.0] - 2026-05-01\n'),
  })
  const released = result.ok ? result.value : ''
  expect(readSection(released, '0.2.0')).toBe('### Added\n\n- A lantern.')
  expect(readSection(released, 'Unreleased')).toBeNull()
})

test('there is no release without anything to tell, and none twice', () => {
  const empty = changelog.replace('### Added\n\n- A lantern.\n\n', '')
  expect(releaseSection(empty, '0.2.0', '2026-05-01')).toMatchObject({
    error: { message: expect.stringContaining('tells nothing') },
  })
  expect(releaseSection(changelog, '0.1.0', '2026-05-01')).toMatchObject({
    error: { message: expect.stringContaining('already') },
  })
})

test('our own changelog tells what is not released yet', () => {
  expect(readSection(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), 'Unreleased')).toMatch(/^[A-Z#]/)
})

test('a version follows the one before, or is the same where that was never released', () => {
  for (const [next, current] of [
    ['0.1.0', '0.1.0'],
    ['0.1.1', '0.1.0'],
    ['0.10.0', '0.9.3'],
    ['1.0.0', '1.0.0-rc.1'],
    ['1.0.0-rc.1', '1.0.0-beta.12'],
    ['1.0.0-beta.12', '1.0.0-beta.2'],
  ] as const)
    expect([next, checkVersion(next, current).ok]).toEqual([next, true])
  for (const [next, current] of [
    ['0.0.9', '0.1.0'],
    ['0.9.3', '0.10.0'],
    ['1.0.0-rc.1', '1.0.0'],
    ['v0.2.0', '0.1.0'],
    ['0.2', '0.1.0'],
    ['', '0.1.0'],
  ] as const)
    expect([next, checkVersion(next, current).ok]).toEqual([next, false])
})
