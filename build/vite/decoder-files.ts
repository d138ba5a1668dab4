import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Plugin } from 'vite'

/** The folder of the decoders in the build. */
const FOLDER = 'decoders'

/** The files that are shipped, by the name under which the code resolves them, each with its new name; the first is named. */
const decoders: Record<string, Record<string, string>> = {
  'wasm-vips': {
    'wasm-vips/lib/vips-node.mjs': 'vips-node.mjs',
    'wasm-vips/lib/vips.wasm': 'vips.wasm',
    'wasm-vips/lib/vips-heif.wasm': 'vips-heif.wasm',
  },
  'libheif-js/libheif-wasm/libheif.js': {
    // It is CommonJS, and a module by that ending in our package.
    'libheif-js/libheif-wasm/libheif.js': 'libheif.cjs',
    'libheif-js/libheif-wasm/libheif.wasm': 'libheif.wasm',
  },
}

/**
 * Ship the decoders of pictures as files of their own, unchanged, and put their addresses where the code resolves them
 * with `import.meta.resolve('NAME')`. They are not bundled: their licence lets anybody exchange them.
 */
export function decoderFiles(modules: string): Plugin {
  return {
    name: 'lanyard:decoder-files',
    enforce: 'pre',
    transform(code) {
      return code.replace(/import\.meta\.resolve\('([\w./-]+)'\)/g, (whole, name: string) => {
        const files = Object.entries(decoders[name] ?? {})
        for (const [from, to] of files) {
          const path = join(modules, from)
          const source = readFileSync(path)
          this.emitFile({ type: 'asset', fileName: `${FOLDER}/${to}`, originalFileName: path, source })
        }
        const [first] = files
        return first === undefined ? whole : `new URL('decoder-file:${first[1]}', here).href`
      })
    },
    renderChunk(code, chunk) {
      return code.replace(/decoder-file:([\w.-]+)/g, (_, file: string) => {
        const path = posix.relative(posix.dirname(chunk.fileName), `${FOLDER}/${file}`)
        return path.startsWith('.') ? path : `./${path}`
      })
    },
  }
}
