#!/usr/bin/env node
/*
 * What `npx lanyard` starts: the command line that `npm run build` made. In a fresh checkout, where nothing is built yet,
 * it runs from its source, which newer versions of Node can do without a build.
 */
import { existsSync } from 'node:fs'
import process from 'node:process'

const built = new URL('../../out/main/lanyard.js', import.meta.url)

if (existsSync(built)) await import(built.href)
else if (process.features.typescript) await import('./lanyard.ts')
else {
  process.stderr.write('The command line is not built yet. Run "npm run build" once, then try again.\n')
  process.exitCode = 1
}
