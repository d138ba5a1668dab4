import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { chmodSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

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

/** Three programs over one engine, each with all that it needs inside, so that nothing but `out` has to be shipped. */
const shells = {
  index: here('electron/main/index.ts'),
  web: here('electron/web/index.ts'),
  lanyard: here('electron/cli/lanyard.ts'),
}

/** The schemas of the vocabulary of which others are made by a method of theirs. */
const schemas = [
  'idSchema',
  'daySchema',
  'instantSchema',
  'line',
  'text',
  'settingsSchema',
  'talkSchema',
  'noteSchema',
  'encounterSchema',
  'photoSchema',
  'reportSchema',
  'tripDetailsSchema',
  'startInfo',
]

export default defineConfig({
  main: {
    plugins: [executable('lanyard.js')],
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
    plugins: [react()],
    build: {
      target: chromium,
      outDir: here('out/renderer'),
      minify: true,
      // The content security policy knows no data: addresses, so nothing may become one.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: here('renderer/index.html'),
        // Of the vocabulary the page uses types and plain functions; its schemas are the engine's. To make a schema does
        // nothing else, so those that nobody uses fall out, and zod, which probes for eval at its start, with them.
        treeshake: { manualPureFunctions: ['z', ...schemas], propertyReadSideEffects: false },
      },
    },
  },
})
