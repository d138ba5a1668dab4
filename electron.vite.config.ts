import reactAriaLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { chmodSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { shipDictionaries } from './build/dictionaries/ship-dictionaries.ts'
import { shipMessages } from './build/messages/ship-messages.ts'
import { collectNotices } from './build/notices/collect-notices.ts'
import { decoderFiles } from './build/vite/decoder-files.ts'
import { effectFreeConstants } from './build/vite/effect-free-constants.ts'
import { firstFrame } from './build/vite/first-frame.ts'
import { sectionsOnce } from './build/vite/sections-once.ts'
import { workerFiles } from './build/vite/worker-files.ts'
import { startOf } from './build/vite/window-start.ts'
import { commandIds, commands } from './electron/shared/commands.ts'
import { channels, events } from './electron/shared/contract/index.ts'
import { languages } from './electron/shared/messages/languages.ts'

const here = (path: string) => resolve(import.meta.dirname, path)

/** The oldest Electron that Lanyard runs on is 33: Node 20.18 and Chromium 130. */
const node = 'node20.18'
const chromium = 'chrome130'

/** Without its remarks on slow plugins, which appear when the machine is busy with something else. */
const checks = { pluginTimings: false }

/** Make a file executable: npm links straight to the command line's. */
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
 * Three shells around one engine. Each bundle has everything that it needs, so that only `out` has to be shipped.
 * `installed` is the one that packages start: the window or the command line, depending on its arguments.
 */
const shells = {
  index: here('electron/main/index.ts'),
  web: here('electron/web/index.ts'),
  lanyard: here('electron/cli/lanyard.ts'),
  installed: here('electron/installed.ts'),
}

// The licences of everything in the bundles, and of the dictionaries.
const dictionaries = here('build/dictionaries')
const notices = collectNotices(here('out/THIRD-PARTY-NOTICES.txt'), dictionaries)

/** What React Aria says itself comes in 34 languages, of which a page needs only its own. */
const locales = Object.values(languages).map(({ locale }) => new Intl.Locale(locale).language)

/** The library shows only commands of the window and of its cards; a trip is shown once all messages have been loaded. */
const later = commandIds.filter((id) => !['window', 'card'].includes(commands[id].scope)).map((id) => `command.${id}`)
const isForLater = (key: string): boolean => later.some((name) => name === key)

/** Fills in electron/shared/contract/names.ts. */
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
      decoderFiles(here('node_modules')),
      shipDictionaries(dictionaries, here('out/dictionaries')),
      notices(),
    ],
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        // English is loaded with everything else; other languages are not.
        checks: { ...checks, ineffectiveDynamicImport: false },
        input: Object.fromEntries(Object.entries(shells).filter(([, file]) => existsSync(file))),
        output: {
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: { groups: [{ name: startOf(shells.index, here('electron/main'), /\/zod\//) }] },
        },
      },
    },
  },
  preload: {
    define,
    plugins: [shipMessages(null), notices()],
    build: {
      target: node,
      externalizeDeps: false,
      // A sandboxed preload can only load CommonJS.
      rolldownOptions: {
        checks,
        input: here('electron/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [
      react(),
      shipMessages(here('electron/shared/messages/en.json'), isForLater),
      sectionsOnce(),
      effectFreeConstants(here('electron/shared')),
      reactAriaLocales.vite({ locales }),
      firstFrame(here('renderer/first-frame/hands.ts')),
      notices(),
    ],
    // Workers have no DOM, and the version for browsers needs one.
    resolve: {
      alias: { 'decode-named-character-reference': here('node_modules/decode-named-character-reference/index.js') },
    },
    worker: { format: 'es', plugins: () => [notices()] },
    build: {
      target: chromium,
      outDir: here('out/renderer'),
      minify: true,
      // Read from the disk, not over a network.
      chunkSizeWarningLimit: 1000,
      // The content security policy forbids data: addresses, so no asset may become one.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        checks,
        input: here('renderer/index.html'),
        // One file for what every start needs: otherwise the window would wait for twenty files in turn.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
})
