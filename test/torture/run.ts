import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../support/programs.ts'
import { openScreen } from '../support/screen.ts'
import type { Outcome } from './row.ts'
import { describeAll, isLoss } from './table.ts'

/*
 * Tries to make Lanyard lose data, with many repetitions, real processes, real files and real faults, and prints the
 * results. `npm test` runs the same functions with a few repetitions.
 *
 *   npm run torture                                     a little of everything, in a few minutes
 *   npm run torture -- --kills 1000 --power-cuts 200    only these, as often as given
 *   npm run torture -- --control                        also programs that write carelessly
 *   npm run torture -- --seed 7 --actions 10000         the same random choices again
 *   npm run torture -- --json                           the results as JSON
 *
 * Exits with 1 if anything was lost.
 */

interface Test {
  /** Number of repetitions if no test is named. */
  small: number
  run: (runs: number, seed: number) => Promise<Outcome[]>
}

/** Loaded when needed: the desktop tests look for a screen as soon as they are loaded. */
const tests: Record<string, Test> = {
  kills: { small: 5, run: async (runs, seed) => [await desktopKills(runs, seed, 1_000_000)] },
  'big-kills': { small: 2, run: async (runs, seed) => [await desktopKills(runs, seed, 10_000_000)] },
  'heavy-kills': { small: 3, run: async (runs, seed) => [await killsBesideTexts(runs, seed)] },
  'engine-kills': { small: 20, run: (runs, seed) => engineKills(runs, seed, 1_000_000) },
  'big-engine-kills': { small: 4, run: (runs, seed) => engineKills(runs, seed, 10_000_000) },
  'power-cuts': { small: 10, run: powerCuts },
  'full-disks': {
    small: 20,
    run: async (runs, seed) => {
      const { fillDisk } = await import('./full-disk.ts')
      return [
        await fillDisk({ runs: Math.ceil(runs / 2), seed, disk: 'tmpfs' }),
        await fillDisk({ runs: Math.ceil(runs / 2), seed, disk: 'ext4' }),
      ]
    },
  },
  operations: {
    small: 200,
    run: async (runs, seed) => [await (await import('./fail-operations.ts')).failOperations({ runs, seed })],
  },
  damaged: {
    small: 200,
    run: async (runs, seed) => [await (await import('./damage-files.ts')).damageFiles({ runs, seed })],
  },
  typing: {
    small: 4,
    run: async (runs, seed) => {
      const { killTyping } = await import('./kill-typing.ts')
      return [
        await killTyping({ runs: Math.ceil(runs / 2), seed, victim: 'main' }),
        await killTyping({ runs: Math.ceil(runs / 2), seed, victim: 'page' }),
      ]
    },
  },
  starts: {
    small: 3,
    run: async (runs, seed) => [await (await import('./start-twice.ts')).startTwice({ runs, seed })],
  },
  writers: {
    small: 5,
    run: async (runs, seed) => [
      await (await import('./write-together.ts')).writeTogether({ runs, seed, bytes: 1_000_000 }),
    ],
  },
  outside: {
    small: 24,
    run: async (runs, seed) => [await (await import('./change-outside.ts')).changeOutside({ runs, seed })],
  },
  sync: {
    small: 2,
    run: async (runs, seed) => [await (await import('./sync-computers.ts')).syncComputers({ runs, seed })],
  },
  photos: {
    small: 10,
    run: async (runs, seed) => [await (await import('./kill-photos.ts')).killPhotos({ runs, seed })],
  },
  exports: {
    small: 4,
    run: async (runs, seed) => [
      await (await import('./kill-export.ts')).killExports({ runs, seed }),
      await (await import('./export-to-full-disk.ts')).exportToFullDisk({ runs, seed }),
    ],
  },
  actions: {
    small: 1000,
    run: async (runs, seed) => [await (await import('./act-at-random.ts')).actAtRandom({ runs, seed })],
  },
}

const { values } = parseArgs({
  options: {
    ...Object.fromEntries(Object.keys(tests).map((name) => [name, { type: 'string' as const }])),
    seed: { type: 'string' },
    control: { type: 'boolean' },
    json: { type: 'boolean' },
  },
})
const named = Object.keys(tests).filter((name) => Object.hasOwn(values, name))
const seed = Number(values.seed ?? randomInt(1_000_000))
if ([seed, ...named.map((name) => numberOf(name))].some((value) => !Number.isInteger(value) || value < 0)) {
  process.stderr.write('Each count and the seed is a whole number, as in --kills 1000.\n')
  process.exit(2)
}
if (!existsSync(join(root, 'out', 'main', 'index.js'))) {
  process.stderr.write('Nothing is built yet: npm run build\n')
  process.exit(2)
}

const closeScreen = await openScreen()
const outcomes: Outcome[] = []
for (const [name, { small, run }] of Object.entries(tests)) {
  if (named.length > 0 && !named.includes(name)) continue
  const runs = named.length > 0 ? numberOf(name) : small
  if (runs === 0) continue
  process.stderr.write(`${name}: ${runs}, with the seed ${seed}\n`)
  outcomes.push(...(await run(runs, seed)))
}
closeScreen()
process.stdout.write(values.json === true ? `${JSON.stringify(outcomes, null, 2)}\n` : describeAll(outcomes))
process.exitCode = outcomes.some(isLoss) ? 1 : 0

function numberOf(name: string): number {
  return Number((values as Record<string, string | boolean | undefined>)[name])
}

async function desktopKills(runs: number, chance: number, bytes: number): Promise<Outcome> {
  const { killDesktop } = await import('./kill-desktop.ts')
  return await killDesktop({ runs, seed: chance, bytes })
}

async function killsBesideTexts(runs: number, chance: number): Promise<Outcome> {
  const { killDesktop } = await import('./kill-desktop.ts')
  const { shuffledShapes } = await import('./heavy-entry.ts')
  return await killDesktop({ runs, seed: chance, bytes: 1_000_000, openTexts: shuffledShapes(chance) })
}

async function engineKills(runs: number, chance: number, bytes: number): Promise<Outcome[]> {
  const { killSavingEngine } = await import('./kill-engine.ts')
  const ours = await killSavingEngine({ runs, seed: chance, bytes })
  if (values.control !== true) return [ours]
  return [ours, await killSavingEngine({ runs: Math.ceil(runs / 10), seed: chance, bytes, does: 'plain' })]
}

async function powerCuts(runs: number, chance: number): Promise<Outcome[]> {
  const { cutPower } = await import('./cut-power.ts')
  const half = { runs: Math.ceil(runs / 2), seed: chance, bytes: 1_000_000 }
  const ours = [await cutPower({ ...half, mount: 'default' }), await cutPower({ ...half, mount: 'noauto_da_alloc' })]
  if (values.control !== true) return ours
  return [...ours, await cutPower({ ...half, runs: Math.ceil(runs / 10), mount: 'default', does: 'lowdb' })]
}
