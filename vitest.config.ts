import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { builtWorkers } from './test/support/built-workers.ts'
import { makesScreens } from './test/support/screen.ts'
import { SlowFirst } from './test/support/slow-first.ts'

/** The file that gets the result of every test as JSON, if one is asked for. */
const results = process.env['LANYARD_TEST_RESULTS']

/**
 * Node's protection of generated machine code ends a process about once in a thousand worker threads, with "Check failed:
 * jit_page.has_value()" (https://github.com/nodejs/node/issues/64500). Files from strangers are read in such threads.
 */
const steady = ['--no-memory-protection-keys']

/** The page's largest packages. Those that depend on each other have to be bundled together, or they would be there twice. */
const pagePackages = [
  '@codemirror/autocomplete',
  '@codemirror/commands',
  '@codemirror/lang-markdown',
  '@codemirror/language',
  '@codemirror/search',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/highlight',
  '@testing-library/react',
  '@testing-library/user-event',
  'lucide-react',
  'react',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'react-aria-components',
  'react-aria/useMenu',
  'react-dom',
  'react-dom/client',
  'react-stately/useMenuTriggerState',
  'react-stately/useTooltipTriggerState',
  'zustand',
  'zustand/react/shallow',
]

/** How many windows are open at once where each has a screen of its own. With four, some tests need a second attempt. */
const windowWorkers = 3

/** A project that opens windows. It runs after those of a lower order, and together with those of the same one. */
const windows = (order: number, globalSetup: string) => ({
  globalSetup: [globalSetup],
  setupFiles: ['test/support/take-screen.ts'],
  // Windows that share a screen, with its focus and its clipboard, are open one after the other. With a screen for each
  // worker there are several at once, as each spends much of its time waiting.
  maxWorkers: makesScreens ? windowWorkers : 1,
  sequence: { groupOrder: order },
  // Their programs, screens and browsers are not all ours. The report names every test that needed its second attempt.
  retry: process.env['CI'] === undefined ? 0 : 1,
})

/**
 * The engine on real files and the page's rules, the command line, the page's components in a DOM, what the engine survives,
 * the whole program as a user has it, and its installed package. The last project takes screenshots.
 */
export default defineConfig({
  test: {
    reporters: results === undefined ? ['default'] : ['default', 'json'],
    ...(results !== undefined && { outputFile: { json: results } }),
    // The tests wait for the disk, for threads and for programs a lot.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        plugins: [builtWorkers()],
        test: {
          name: 'engine',
          execArgv: steady,
          environment: 'node',
          // The files share their workers: loading the engine again for each takes as long as a third of the tests. So do those
          // of the command line and of the whole program.
          isolate: false,
          setupFiles: ['test/support/seed.ts'],
          include: ['test/{build,support,shared,journal,web,main,renderer}/**/*.test.ts'],
          exclude: ['test/journal/reliability/**'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'cli',
          environment: 'node',
          isolate: false,
          include: ['test/cli/*.test.ts'],
          globalSetup: ['test/support/cli-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        plugins: [react(), builtWorkers()],
        test: {
          name: 'page',
          execArgv: steady,
          environment: 'jsdom',
          isolate: false,
          unstubGlobals: true,
          // What needs no DOM is in files without an x, and runs with the engine: making a DOM takes longer than most tests.
          include: ['test/renderer/**/*.test.tsx'],
          setupFiles: ['test/support/seed.ts', 'test/support/page-setup.ts'],
          // Each worker would otherwise read a thousand files of these packages.
          deps: { optimizer: { client: { enabled: true, include: pagePackages } } },
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        plugins: [builtWorkers()],
        test: {
          name: 'reliability',
          execArgv: steady,
          environment: 'node',
          setupFiles: ['test/support/seed.ts'],
          include: ['test/journal/reliability/*.test.ts'],
          // They kill, fill and race in folders and processes of their own. Beside windows, they use the time in which those
          // wait. Vitest runs projects together only if they have as many workers.
          ...(makesScreens && { maxWorkers: windowWorkers }),
          sequence: { groupOrder: makesScreens ? 2 : 1 },
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          isolate: false,
          include: ['test/e2e/**/*.test.ts'],
          ...windows(2, 'test/support/e2e-setup.ts'),
          testTimeout: 120_000,
          // Most of these hooks open the program, which may take two attempts.
          hookTimeout: 120_000,
          // The default is a second, in which a busy machine does not always open a dialog.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          // Only one of its files installs it on this machine.
          ...windows(2, 'test/support/package-setup.ts'),
          // Packing and unpacking 80 MB takes minutes on a busy machine.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'sites',
          environment: 'node',
          include: ['test/sites/*.test.ts'],
          // Each of them is fetched from the npm registry.
          testTimeout: 900_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'screenshots',
          environment: 'node',
          include: ['test/screenshots/*.test.ts'],
          ...windows(3, 'test/support/e2e-setup.ts'),
          testTimeout: 120_000,
        },
      },
    ],
  },
})
