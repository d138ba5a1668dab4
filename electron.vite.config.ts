import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { chmodSync, existsSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import { shipDictionaries } from './build/dictionaries/ship-dictionaries.ts'
import { shipMessages } from './build/messages/ship-messages.ts'
import { collectNotices } from './build/notices/collect-notices.ts'
import { channels, events } from './electron/shared/contract/index.ts'

const here = (path: string) => resolve(import.meta.dirname, path)

/** The oldest Electron that Lanyard runs on is 33: Node 20.18 and Chromium 130. */
const node = 'node20.18'
const chromium = 'chrome130'

/** npm links to the command line's file as it stands, so it has to be one that can be run. */
function executable(file: string): Plugin {
  return {
    name: 'lanyard:executable',
    writeBundle({ dir }) {
      const path = join(dir ?? '', file)
      if (existsSync(path)) chmodSync(path, 0o755)
    },
  }
}

/**
 * Three programs over one engine, each with all that it needs inside, so that nothing but `out` has to be shipped; and the
 * one that is shipped, which is two of them.
 */
const shells = {
  index: here('electron/main/index.ts'),
  web: here('electron/web/index.ts'),
  lanyard: here('electron/cli/lanyard.ts'),
  installed: here('electron/installed.ts'),
}

/**
 * Builds what `new URL('./some-worker.ts', here)` names as a file of its own, and says where
 * that is. `here` is the module's own address, and in the source the file is found without this.
 */
function workerFiles(): Plugin {
  return {
    name: 'lanyard:worker-files',
    enforce: 'pre',
    transform(code, id) {
      const named = /new URL\('(\.\/[\w-]+-worker\.ts)', here\)/g
      return code.replace(named, (_, file: string) => {
        const reference = this.emitFile({ type: 'chunk', id: join(dirname(id), file) })
        return `new URL('worker-file:${reference}', here)`
      })
    },
    renderChunk(code, chunk) {
      return code.replace(/worker-file:([\w$-]+)/g, (_, reference: string) => {
        const path = posix.relative(posix.dirname(chunk.fileName), this.getFileName(reference))
        return path.startsWith('.') ? path : `./${path}`
      })
    },
  }
}

/**
 * Says of every constant of the vocabulary that making it does nothing else. So the page,
 * which uses the vocabulary's types and plain functions, carries none of its schemas, and nothing of zod, which would
 * probe for eval at its start.
 */
function effectFreeConstants(folder: string): Plugin {
  const made = new Set(['CallExpression', 'ObjectExpression'])
  return {
    name: 'lanyard:effect-free-constants',
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(normalizePath(folder))) return null
      const values = this.parse(code).body.flatMap((statement) => {
        const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
        if (declared?.type !== 'VariableDeclaration' || declared.kind !== 'const') return []
        return declared.declarations.flatMap(({ init }) => (init && made.has(init.type) ? [init] : []))
      })
      return values.reduceRight(
        (text, { start, end }) =>
          `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`,
        code,
      )
    },
  }
}

// Of what is inside the three bundles, and of the dictionaries beside them.
const dictionaries = here('build/dictionaries')
const notices = collectNotices(here('out/THIRD-PARTY-NOTICES.txt'), dictionaries)

/** What electron/shared/contract/names.ts is filled in with. */
const define = {
  CHANNEL_NAMES: JSON.stringify(Object.keys(channels)),
  EVENT_NAMES: JSON.stringify(Object.keys(events)),
}

export default defineConfig({
  main: {
    define,
    plugins: [
      shipMessages(null),
      executable('lanyard.js'),
      workerFiles(),
      shipDictionaries(dictionaries, here('out/dictionaries')),
      notices(),
    ],
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(shells).filter(([, file]) => existsSync(file))),
        output: { chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    define,
    plugins: [shipMessages(null), notices()],
    build: {
      target: node,
      externalizeDeps: false,
      // A sandboxed preload can load CommonJS alone.
      rolldownOptions: {
        input: here('electron/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [
      react(),
      shipMessages(here('electron/shared/messages/en.json')),
      effectFreeConstants(here('electron/shared')),
      notices(),
    ],
    build: {
      target: chromium,
      outDir: here('out/renderer'),
      minify: true,
      // Read from the disk, not over a network.
      chunkSizeWarningLimit: 1000,
      // The content security policy knows no data: addresses, so nothing may become one.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: here('renderer/index.html'),
        // What every start needs is one file: the window would wait for each of twenty in turn.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
})
