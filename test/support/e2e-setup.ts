import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './programs.ts'
import { openScreen } from './screen.ts'

/** Once before all end-to-end tests: a screen, and a look whether there is a program to test. */
export default async function setup(): Promise<() => void> {
  if (!existsSync(join(root, 'out', 'main', 'index.js'))) throw new Error('Nothing is built yet: npm run build')
  return openScreen()
}
