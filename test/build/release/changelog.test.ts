import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changelogProblem, dateUnreleased, readSection } from '../../../build/release/changelog.ts'
import { versionProblem } from '../../../build/release/version.ts'
import { root } from '../../support/programs.ts'

const changelog = `# Changelog

About it.

## [Unreleased]

### Added

- A lantern.

## [0.1.0] - 2026-04-14

The first.
`

test('the section of a version is read without its heading', () => {
  expect(readSection(changelog, 'Unreleased')).toBe('### Added\n\n- A lantern.')
  expect(readSection(changelog, '0.1.0')).toBe('The first.')
  expect(readSection(changelog, '0.1')).toBeNull()
})

test('unreleased changes become a dated section below a new empty one', () => {
  const released = dateUnreleased(changelog, '0.2.0', '2026-05-01')
  expect(released).toBe(changelog.replace('## [Unreleased]\n', '## [Unreleased]\n\n## [0.2.0] - 2026-05-01\n'))
  expect(readSection(released, '0.2.0')).toBe('### Added\n\n- A lantern.')
  expect(readSection(released, 'Unreleased')).toBeNull()
})

test('a changelog without changes, or which already has the version, cannot be released', () => {
  const empty = changelog.replace('### Added\n\n- A lantern.\n\n', '')
  expect(changelogProblem(empty, '0.2.0')).toContain('is empty')
  expect(changelogProblem(changelog, '0.1.0')).toContain('already')
  expect(changelogProblem(changelog, '0.2.0')).toBeNull()
})

test('our own changelog has unreleased changes', () => {
  expect(readSection(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), 'Unreleased')).toMatch(/^[A-Z#]/)
})

test('the next version is not lower than the current one, and follows semantic versioning', () => {
  for (const [next, current] of [
    ['0.1.0', '0.1.0'],
    ['0.1.1', '0.1.0'],
    ['0.10.0', '0.9.3'],
    ['1.0.0', '1.0.0-rc.1'],
    ['1.0.0-rc.1', '1.0.0-beta.12'],
    ['1.0.0-beta.12', '1.0.0-beta.2'],
  ] as const)
    expect([next, versionProblem(next, current)]).toEqual([next, null])
  for (const [next, current] of [
    ['0.0.9', '0.1.0'],
    ['0.9.3', '0.10.0'],
    ['1.0.0-rc.1', '1.0.0'],
    ['v0.2.0', '0.1.0'],
    ['0.2', '0.1.0'],
    ['', '0.1.0'],
  ] as const)
    expect([next, versionProblem(next, current)]).toEqual([next, expect.any(String)])
})
