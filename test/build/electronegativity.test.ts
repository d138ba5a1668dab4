import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { transformWithOxc } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import { root } from '../support/programs.ts'
import explained from './electronegativity.json' with { type: 'json' }

/** What is read of what the tool says. */
const findings = z.object({
  issues: z.array(z.object({ id: z.string(), file: z.string(), sample: z.string().optional() })),
  errors: z.array(z.object({ file: z.string(), message: z.string() })),
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-electronegativity-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Copies a part of the source in the JavaScript of 2020, which is the newest that the tool reads. */
async function copyAsOlderScript(part: string): Promise<string[]> {
  const names = (await readdir(join(root, part), { recursive: true })).filter((name) => /\.tsx?$/.test(name))
  await Promise.all(
    names.map(async (name) => {
      const { code } = await transformWithOxc(await readFile(join(root, part, name), 'utf8'), name, {
        target: 'es2020',
        jsx: { runtime: 'automatic' },
      })
      const to = join(folder, part, asScript(name))
      await mkdir(dirname(to), { recursive: true })
      await writeFile(to, code)
    }),
  )
  return names.map((name) => join(part, name))
}

const asScript = (name: string) => name.replace(/\.tsx?$/, '.js')

async function analyse(): Promise<z.infer<typeof findings>> {
  const program = join(root, 'test', 'support', 'run-electronegativity.ts')
  const output = `${folder}.json`
  await promisify(execFile)(process.execPath, [program, folder, manifest.devDependencies.electron, output])
  const found: unknown = JSON.parse(await readFile(output, 'utf8'))
  await rm(output)
  return findings.parse(found)
}

test('Electronegativity reads every file, and finds nothing that is not explained, nor misses what is', async () => {
  const files = (await Promise.all(['electron', 'renderer'].map(copyAsOlderScript))).flat()
  const { issues, errors } = await analyse()
  expect(errors).toEqual([])
  const original = (file: string) => files.find((name) => asScript(name) === file) ?? file
  const found = issues.map(({ id, file }) => `${id} in ${original(file)}`)
  expect(found.toSorted()).toEqual(explained.map(({ check, file }) => `${check} in ${file}`).toSorted())
})

test('and it would find a window that trusts its page', async () => {
  await writeFile(
    join(folder, 'trusting.js'),
    "import { BrowserWindow } from 'electron'\nnew BrowserWindow({ webPreferences: { nodeIntegration: true, contextIsolation: false } })\n",
  )
  const { issues } = await analyse()
  const found = issues.filter(({ file }) => file === 'trusting.js').map(({ id }) => id)
  expect(found).toEqual(expect.arrayContaining(['NODE_INTEGRATION_JS_CHECK', 'CONTEXT_ISOLATION_JS_CHECK']))
})
