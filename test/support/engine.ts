import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createEngine, type Engine, type EngineOptions } from '../../electron/journal/engine.ts'
import type { Shell } from '../../electron/journal/service/context.ts'
import { dispatch } from '../../electron/journal/service/dispatch.ts'
import type { Channel, Input, Output } from '../../electron/shared/contract/index.ts'
import type { Result } from '../../electron/shared/result.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A shell without dialogs, file manager and browser. */
export const bareShell: Shell = { kind: 'browser', chooseFolder: null, showInFolder: null, openLink: null }

/** Create an engine in new folders, closed after the test. A second one with the same `documents` acts as a restart. */
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

/** Call an engine as a shell does, through the dispatcher that parses the input. */
export function ask<C extends Channel>(engine: Engine, channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  // The dispatcher cannot know the type of its answer, because it cannot know the channel; here it is named.
  return dispatch(engine.handlers, channel, input) as Promise<Result<Output<C>>>
}
