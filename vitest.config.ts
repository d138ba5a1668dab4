import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** The file that gets the result of every test as JSON, if one is asked for. */
const results = process.env['LANYARD_TEST_RESULTS']

/**
 * With the protection of its machine code, Node ends a process once in some thousand threads that come and go: "Check
 * failed: jit_page.has_value()" (https://github.com/nodejs/node/issues/64500). What reads strange files is such a thread.
 */
const steady = ['--no-memory-protection-keys']

/**
 * Five kinds of test: the engine on real files, the page's components in a DOM, what the engine survives, the whole
 * program as a user has it, and its installed package. A sixth project takes screenshots, the same way as the fourth.
 */
export default defineConfig({
  test: {
    reporters: results === undefined ? ['default'] : ['default', 'json'],
    ...(results !== undefined && { outputFile: { json: results } }),
    projects: [
      {
        test: {
          name: 'engine',
          execArgv: steady,
          environment: 'node',
          include: ['test/{build,support,shared,journal,cli,web,main}/**/*.test.ts'],
          exclude: ['test/journal/reliability/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'reliability',
          execArgv: steady,
          environment: 'node',
          include: ['test/journal/reliability/*.test.ts'],
          // Each of them kills, fills and races by itself, and wants the machine for that: after those above.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'page',
          execArgv: steady,
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/page-setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/e2e-setup.ts'],
          // Windows share one screen and one processor: one after the other, and after everything else.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          // As long as a test: most of them open the program, which takes two attempts at times.
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
          globalSetup: ['test/support/package-setup.ts'],
          // What is built is packed, and what is packed is installed on this machine: after all that runs what is built.
          sequence: { groupOrder: 3 },
          // A system that has much else to do takes its time over a package of 80 MB.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'screenshots',
          environment: 'node',
          include: ['test/screenshots/*.test.ts'],
          globalSetup: ['test/support/e2e-setup.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
        },
      },
    ],
  },
})
