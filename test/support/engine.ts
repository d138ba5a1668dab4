import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createEngine, type Engine, type EngineOptions } from '../../electron/journal/engine.ts'
import type { Shell } from '../../electron/journal/service/context.ts'
import { dispatch } from '../../electron/journal/service/dispatch.ts'
import type { Channel, Input, Output } from '../../electron/shared/contract/index.ts'
import type { Result } from '../../electron/shared/result.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A shell that has nothing: no dialogs, no file manager, no browser. */
export const bareShell: Shell = { kind: 'browser', chooseFolder: null, showInFolder: null, openLink: null }

/** An engine in fresh folders, closed when the test is over; a second one over the same `documents` is a restart. */
export async function someEngine(options: Partial<EngineOptions> = {}): Promise<Engine> {
  const documents = options.documents ?? (await temporaryFolder())
  const engine = await createEngine({
    settingsFile: join(documents, 'own', 'settings.json'),
    version: '1.2.3',
    shell: bareShell,
    ...options,
    documents,
  })
  onTestFinished(() => engine.close())
  return engine
}

/** Asks an engine the way a shell does: through the gate that parses what comes in. */
export function ask<C extends Channel>(engine: Engine, channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  // The gate's answer is unknown by its type, for the channel is; here it is named.
  return dispatch(engine.handlers, channel, input) as Promise<Result<Output<C>>>
}
