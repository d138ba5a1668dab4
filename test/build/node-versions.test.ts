import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import semver from 'semver'
import { expect, test } from 'vitest'
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import { root } from '../support/programs.ts'

/*
 * npm's warnings about Node versions and deprecated packages are turned off in .npmrc, because it checks the Node
 * version that runs npm, which no script uses. The relevant checks are done here instead.
 */

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      optional: z.boolean().default(false),
      deprecated: z.string().optional(),
      engines: z.object({ node: z.string().optional() }).default({}),
      cpu: z.array(z.string()).default([]),
    }),
  ),
})

const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
const wanting = Object.entries(packages).flatMap(([path, { engines, optional, cpu }]) =>
  engines.node === undefined || path === '' ? [] : [{ path, node: engines.node, optional, cpu }],
)

test('every package supports the Node version that the scripts use', () => {
  const scripts = manifest.devDependencies.node
  const refusing = wanting.filter(({ node }) => !semver.satisfies(scripts, node))
  expect(wanting.length).toBeGreaterThan(100)
  expect(refusing).toEqual([])
})

test('npm skips no optional package on any Node version that may install Lanyard', () => {
  // Rolldown and oxlint have optional packages per system, and npm silently skips those that require another Node
  // version.
  const skipped = wanting.filter(({ node, optional, cpu }) => {
    const isFallback = cpu.includes('wasm32') || cpu.length === 0
    return optional && !isFallback && !semver.subset(manifest.engines.node, node)
  })
  expect(skipped).toEqual([])
})

test('the Node version that npm requires before an installation is the one in package.json', () => {
  expect(manifest.devEngines.runtime).toEqual({ name: 'node', version: manifest.engines.node, onFail: 'error' })
})

test('no package is deprecated', () => {
  const deprecated = Object.entries(packages).filter(([, { deprecated: reason }]) => reason !== undefined)
  expect(deprecated).toEqual([])
})
