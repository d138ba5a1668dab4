import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../support/programs.ts'
import { openScreen } from '../support/screen.ts'
import { describeRows } from './describe-rows.ts'
import { loadPictures } from './load-pictures.ts'
import { type AttackOrder, type AttackRow, emptyRow, isBad } from './row.ts'
import { attacks } from './table.ts'

/*
 * Attacks Lanyard with what a stranger could send: texts, files, addresses and calls. Prints what held. `npm test` makes
 * the same attacks with fewer inputs.
 *
 *   npm run attack                                     a little of everything, in a few minutes
 *   npm run attack -- --calls 100000 --archives 500    only these, with as many inputs as given
 *   npm run attack -- --count 1000                     each with as many inputs
 *   npm run attack -- --seed 7                         the same random inputs again
 *   npm run attack -- --minutes 10                     what each gets done in this time, or a little more
 *   npm run attack -- --control                        plants the holes that are looked for, which must be found
 *   npm run attack -- --json                           the results as JSON
 *   npm run attack -- --list                           the attacks and their usual numbers of inputs
 *
 * Exits with 1 if anything did not hold. Known vulnerabilities in dependencies are looked up by
 * `npm run check:dependencies`, as that needs the network.
 */

const { values } = parseArgs({
  options: {
    ...Object.fromEntries(Object.keys(attacks).map((name) => [name, { type: 'string' as const }])),
    count: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    control: { type: 'boolean' },
    json: { type: 'boolean' },
    list: { type: 'boolean' },
  },
})
// The type that `parseArgs` derives from a list of names does not know them.
const given = values as Record<string, string | boolean | undefined>
const named = Object.keys(attacks).filter((name) => Object.hasOwn(given, name))
const seed = Number(given['seed'] ?? randomInt(1_000_000))
const control = given['control'] === true

if (given['list'] === true) {
  const width = Math.max(...Object.keys(attacks).map((name) => name.length)) + 4
  for (const [name, { does, small }] of Object.entries(attacks)) {
    process.stdout.write(`--${name.padEnd(width)}${does} (${small})\n`)
  }
  process.exit(0)
}
const limits = ['count', 'minutes'].filter((name) => given[name] !== undefined)
const counts = [...named, ...limits].map((name) => Number(given[name]))
if ([seed, ...counts].some((value) => !Number.isInteger(value) || value < 0)) {
  process.stderr.write('Each count and the seed is a whole number, as in --calls 1000.\n')
  process.exit(2)
}
if (!existsSync(join(root, 'out', 'main', 'index.js'))) {
  process.stderr.write('Nothing is built yet: npm run build\n')
  process.exit(2)
}

loadPictures()
const closeScreen = await openScreen()
const rows: AttackRow[] = []
for (const [name, { small, load }] of Object.entries(attacks)) {
  if (named.length > 0 && !named.includes(name)) continue
  const count = Number(given[name] ?? given['count'] ?? small)
  if (count === 0) continue
  process.stderr.write(`${name}: ${count}, with the seed ${seed}\n`)
  try {
    const attack = await load()
    rows.push(...(await attack({ count, seed, control, ...timeLimit() })))
  } catch (error) {
    // The others go on. One that throws has not held, nor found anything.
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
    rows.push({ ...emptyRow(name), tried: control ? 0 : 1, failures: [failure] })
  }
}
closeScreen()

/** When the attack that begins now is to stop. */
function timeLimit(): Pick<AttackOrder, 'until'> {
  const minutes = given['minutes']
  return minutes === undefined ? {} : { until: performance.now() + Number(minutes) * 60_000 }
}

process.stdout.write(given['json'] === true ? `${JSON.stringify(rows, null, 2)}\n` : describeRows(rows, control))
process.exitCode = rows.some((row) => isBad(row, control)) ? 1 : 0
