import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import type { Backup } from '../journal/backup/backup.ts'
import { documentsPath } from '../journal/documents-path.ts'
import { createEngine } from '../journal/engine.ts'
import type { Library } from '../journal/library/library.ts'
import type { SettingsFile } from '../journal/library/settings-file.ts'
import { dispatch } from '../journal/service/dispatch.ts'
import { settingsPath } from '../journal/settings-path.ts'
import type { Channel, Input, JobChannel, JobInput, Output } from '../shared/contract/index.ts'
import type { Result } from '../shared/result.ts'
import { nameOfStep, withProgress } from './progress.ts'

/** The engine as seen by commands. */
export interface Journal {
  library: Library
  settings: SettingsFile
  backup: Backup
  /** Calls the engine the way the window does: the input is parsed, and errors are returned as values. */
  call: <C extends Channel>(channel: C, input: Input<C>) => Promise<Result<Output<C>>>
  /** Runs a job the way the window does, showing its progress on the terminal; Ctrl C cancels it. */
  runJob: <C extends JobChannel>(channel: C, input: JobInput<C>) => Promise<Result<Output<C>>>
  close: () => Promise<void>
}

/** @param library the library's folder; `undefined` for the one in the environment or the settings */
export async function openJournal(library: string | undefined): Promise<Journal> {
  const { env, platform } = process
  const named = library ?? (env['LANYARD_LIBRARY'] || undefined)
  const engine = await createEngine({
    settingsFile: settingsPath(env, platform, homedir()),
    documents: documentsPath(env, platform, homedir()),
    version: manifest.version,
    shell: { kind: 'browser', chooseFolder: null, showInFolder: null, openLink: null },
    ...(named !== undefined && { library: resolve(named) }),
  })
  const call = async <C extends Channel>(channel: C, input: Input<C>) =>
    // The output of a channel follows from its name, but `dispatch` accepts any name and so returns an unknown type.
    (await dispatch(engine.handlers, channel, input)) as Result<Output<C>>
  return {
    library: engine.context.library,
    settings: engine.context.settings,
    backup: engine.backup,
    call,
    runJob: <C extends JobChannel>(channel: C, input: JobInput<C>) =>
      withProgress(async (signal, onProgress) => {
        const jobId = randomUUID()
        signal.addEventListener('abort', () => engine.context.jobs.cancel(jobId))
        const stop = engine.on('job.progress', (progress) => {
          if (progress.jobId === jobId) onProgress(progress.done, nameOfStep(progress.step))
        })
        try {
          // The compiler cannot see that the rest of the input and the job's id make up the input.
          return await call(channel, { ...input, jobId } as unknown as Input<C>)
        } finally {
          stop()
        }
      }),
    close: () => engine.close(),
  }
}
