import type { Engine } from '../../electron/journal/engine.ts'
import { engineOver } from '../torture/restart.ts'
import { inDeepFolder } from './deep-folder.ts'

/** Runs something with an engine in a folder of its own, which is removed afterwards. */
export async function withEngine<T>(run: (engine: Engine, documents: string) => Promise<T>): Promise<T> {
  return await inDeepFolder(async (documents) => {
    const engine = await engineOver(documents)
    try {
      return await run(engine, documents)
    } finally {
      await engine.close()
    }
  })
}
