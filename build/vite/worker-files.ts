import { dirname, join, posix } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Build each file that is named as `new URL('./some-worker.ts', here)` as a file of its own, and put its address there.
 * `here` is the address of the module. In the source, the file is found without this.
 */
export function workerFiles(): Plugin {
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
