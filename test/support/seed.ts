import * as fc from 'fast-check'

/*
 * Tests with random input try the same input in every run, so that a failure comes from what was changed. To try other
 * input, and more of it: `LANYARD_SEED=7 LANYARD_RUNS=400 npx vitest run …`.
 */
fc.configureGlobal({ seed: Number(process.env['LANYARD_SEED'] ?? 1) })
