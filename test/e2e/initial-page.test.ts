import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/programs.ts'

/**
 * How much JavaScript may be loaded before the first screen is shown, in bytes: the page's first file, and whatever that
 * or the page itself names in advance. Two thirds of it are React.
 */
const MAX_BYTES = 350_000

const page = join(root, 'out', 'renderer', 'index.html')

/** The scripts that a browser loads with the page before it runs any, as absolute paths. */
async function initialScripts(): Promise<string[]> {
  const html = await readFile(page, 'utf8')
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*(?:src|href)="([^"]+\.js)"/g)]
  const scripts = new Set(named.map(([, path = '']) => join(dirname(page), path)))
  // What is added while the list is walked is walked, too.
  for (const script of scripts) {
    const code = await readFile(script, 'utf8')
    for (const [, path = ''] of code.matchAll(/(?:^|[;}\n])\s*(?:import|export)\b[^"'`();]*["'`](\.[^"'`]+)["'`]/g)) {
      scripts.add(join(dirname(script), path))
    }
  }
  return [...scripts]
}

test('the initial page loads no more JavaScript than it needs for the first screen', async () => {
  const scripts = await initialScripts()
  const sizes = await Promise.all(scripts.map(async (script) => (await stat(script)).size))
  expect(scripts.some((script) => /[\\/]index-[\w-]+\.js$/.test(script))).toBe(true)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_BYTES)
})

test('the initial page contains neither the editor nor schemas nor the lists of React Aria', async () => {
  const code = (await Promise.all((await initialScripts()).map((script) => readFile(script, 'utf8')))).join('\n')
  // Names that no minifier changes: a class of CodeMirror, a field of schemas, and a default class.
  for (const mark of ['cm-editor', '_zod', 'react-aria-GridList'])
    expect([mark, code.includes(mark)]).toEqual([mark, false])
})
