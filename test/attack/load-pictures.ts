import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Lets Node load what the build loads otherwise: the pictures of the sample trips, which are part of the code. */
export function loadPictures(): void {
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith('.png?inline')) return next(url, context)
      const data = readFileSync(fileURLToPath(url)).toString('base64')
      const source = `export default ${JSON.stringify(`data:image/png;base64,${data}`)}`
      return { format: 'module', shortCircuit: true, source }
    },
  })
}
