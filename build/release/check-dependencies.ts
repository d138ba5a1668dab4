import { spawnSync } from 'node:child_process'
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import { auditProblems, auditSchema, electronProblems } from './dependency-problems.ts'

/*
 * `npm run check:dependencies` asks the npm registry whether what we ship has known vulnerabilities and whether our
 * Electron still gets security fixes. The answer changes with time and not with our code, so this is not a test.
 * The release workflow runs it on every push; run it yourself before a release.
 */

/** Ask npm for something in JSON. Its exit code is ignored, since `npm audit` exits with 1 when it finds anything. */
function ask<T>(schema: z.ZodType<T>, ...args: string[]): T {
  // npm is a script on Windows, which only a shell can start.
  const { stdout, stderr } = spawnSync('npm', [...args, '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const answer = schema.safeParse(parse(stdout))
  if (!answer.success) throw new Error(`The registry did not answer npm ${args.join(' ')}.\n${stderr.trim()}`)
  return answer.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

try {
  const problems = [
    ...auditProblems(ask(auditSchema, 'audit', '--omit=dev')),
    ...electronProblems(manifest.devDependencies.electron, ask(z.string(), 'view', 'electron', 'dist-tags.latest')),
  ]
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  if (problems.length === 0) process.stdout.write('No known vulnerabilities, and Electron is supported.\n')
  process.exitCode = problems.length === 0 ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
