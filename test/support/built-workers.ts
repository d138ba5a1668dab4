import { rmSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { shipMessages } from '../../build/messages/ship-messages.ts'
import { decoderFiles } from '../../build/vite/decoder-files.ts'
import { workerFiles } from '../../build/vite/worker-files.ts'
import { root } from './programs.ts'

/** The folder of the engine. */
export const journal = join(root, 'electron', 'journal')

/** How a file of the engine names what a thread runs. */
const started = /new URL\('\.\/([\w-]+)-worker\.ts', here\)/

let built: Promise<string> | undefined

/**
 * Lets the engine's threads run a bundle, as in the program. Threads load nothing from Vite: from the source, each would
 * read hundreds of files and remove their types again, which takes longer than most tests. The bundle is built once in a
 * run, when the first file is loaded that starts a thread.
 */
export function builtWorkers(): Plugin {
  return {
    name: 'lanyard:built-workers',
    enforce: 'pre',
    async transform(code, id) {
      if (!id.startsWith(journal) || !started.test(code)) return null
      return startingBuilt(code, await builtFolder())
    },
  }
}

/** The folder of the bundles, which are built once. */
export const builtFolder = (): Promise<string> => (built ??= buildWorkers())

/** The code of a file of the engine, so that what starts a thread in it starts a bundle from a folder. */
export function startingBuilt(code: string, folder: string): string {
  const { href } = pathToFileURL(`${folder}/`)
  return code.replace(started, (_, name: string) => `new URL('${name}-worker.js', '${href}')`)
}

/** @returns the folder of the bundles */
async function buildWorkers(): Promise<string> {
  // A folder of its own, as another run would replace what this one is using.
  const outDir = join(root, 'node_modules', '.cache', 'lanyard-tests', `workers-${process.pid}`)
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [shipMessages(null), workerFiles(), decoderFiles(join(root, 'node_modules'))],
    ssr: { noExternal: true },
    build: {
      outDir,
      emptyOutDir: true,
      ssr: true,
      ssrEmitAssets: true,
      target: 'node20.18',
      rolldownOptions: {
        input: await findWorkers(),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  await writeFile(join(outDir, 'package.json'), '{ "type": "module" }\n')
  return outDir
}

/** The files that threads run, by the names of their bundles. */
async function findWorkers(): Promise<Record<string, string>> {
  const workers: Record<string, string> = {}
  for (const file of await readdir(journal, { recursive: true })) {
    const [, name] = file.endsWith('.ts') ? (started.exec(await readFile(join(journal, file), 'utf8')) ?? []) : []
    if (name !== undefined) workers[`${name}-worker`] = join(journal, dirname(file), `${name}-worker.ts`)
  }
  return workers
}
