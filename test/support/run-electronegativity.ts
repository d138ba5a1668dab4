import { writeFileSync } from 'node:fs'
import https from 'node:https'
import { createRequire, registerHooks } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

/*
 * Runs Electronegativity over a folder, for a version of Electron, and writes what it finds to a file, as JSON. A program
 * of its own, because the tool asks the network for translations of its words at each start, and what it leaves behind would end the tests.
 */

https.request = () => {
  throw new Error('Nothing is asked of the network.')
}

const require = createRequire(import.meta.url)

// Its parser asks for TypeScript where npm has put ours, which is too new for it; it has brought its own.
const tool = dirname(require.resolve('@doyensec/electronegativity'))
const url = pathToFileURL(require.resolve('typescript', { paths: [tool] })).href
registerHooks({
  resolve: (name, context, next) =>
    name === 'typescript' ? { url, format: 'commonjs', shortCircuit: true } : next(name, context),
})

interface Options {
  input: string
  isRelative: boolean
  electronVersionOverride: string
  customScan: string[]
  /** One check would compare the version with a list that it fetches. */
  excludeFromScan: string[]
}

const [input = '', version = '', output = ''] = process.argv.slice(2)
const run = require('@doyensec/electronegativity') as (options: Options) => Promise<object>
const found = await run({
  input,
  isRelative: true,
  electronVersionOverride: version,
  customScan: [],
  excludeFromScan: ['AvailableSecurityFixesGlobalCheck'],
})
writeFileSync(output, JSON.stringify(found))
// What it has left running would throw, sooner or later.
process.exit(0)
