import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../../electron/journal/engine.ts'
import { engineOver } from '../torture/restart.ts'

/** Runs something with an engine in a folder of its own, which is removed afterwards. */
export async function withEngine<T>(run: (engine: Engine, documents: string) => Promise<T>): Promise<T> {
  const documents = await mkdtemp(join(tmpdir(), 'lanyard-attack-'))
  const engine = await engineOver(documents)
  try {
    return await run(engine, documents)
  } finally {
    await engine.close()
    await rm(documents, { recursive: true, force: true })
  }
}
