import { execFile } from 'node:child_process'
import { expect, test, type TestContext } from 'vitest'
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import { root } from '../support/programs.ts'

/* What the registry knows of what we are made of. It changes with time and not with our code, as it should. */

const audit = z.object({
  metadata: z.object({ vulnerabilities: z.object({ high: z.number(), critical: z.number() }) }),
})

/** Asks npm's registry once; where it cannot be asked, the test says so in a line, and skips. */
async function ask<T>(context: TestContext, answer: z.ZodType<T>, ...args: string[]): Promise<T> {
  const options = { cwd: root, shell: process.platform === 'win32', timeout: 60_000 }
  const said = await new Promise<string>((resolve) => {
    // It ends with an error where it has found something, so what it says is what counts.
    execFile('npm', [...args, '--json', '--fetch-retries=0', '--fetch-timeout=20000'], options, (_, out) =>
      resolve(out),
    )
  })
  const read = answer.safeParse(parse(said))
  if (read.success) return read.data
  process.stdout.write(`Skipped: the registry of packages does not answer npm ${args[0] ?? ''}.\n`)
  return context.skip('The registry does not answer.')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const major = (version: string) => Number(version.split('.')[0])

test('nothing that is shipped has a known hole of high or critical severity', async (context) => {
  const { metadata } = await ask(context, audit, 'audit', '--omit=dev')
  expect(metadata.vulnerabilities).toMatchObject({ high: 0, critical: 0 })
})

test('the Electron that is shipped is one of the three majors that its makers look after', async (context) => {
  const latest = await ask(context, z.string().regex(/^\d+\./), 'view', 'electron', 'dist-tags.latest')
  expect(major(manifest.devDependencies.electron)).toBeGreaterThan(major(latest) - 3)
})
