import { inject } from 'vitest'

/* Runs in each worker before its test file, and takes the worker's own screen, if test/support/screen.ts has opened one. */

const screens = inject('screens')
const display = screens[Number(process.env['VITEST_POOL_ID']) - 1]
// Without this, the tests of the window would be skipped.
if (screens.length > 0 && display === undefined) throw new Error('There are more workers than screens.')
if (display !== undefined) process.env['DISPLAY'] = display
