import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import type { Backup } from '../journal/backup/backup.ts'
import { documentsPath } from '../journal/documents-path.ts'
import { createEngine } from '../journal/engine.ts'
import type { Library } from '../journal/library/library.ts'
import { dispatch } from '../journal/service/dispatch.ts'
import { settingsPath } from '../journal/settings-path.ts'
import type { Channel, Input, JobChannel, JobInput, Output } from '../shared/contract/index.ts'
import type { Result } from '../shared/result.ts'
import { nameOfStep, withProgress } from './progress.ts'

/** The engine as the commands see it. */
export interface Journal {
  library: Library
  backup: Backup
  /** Asks the engine the way the window does: the input is parsed, errors come back as values. */
  call: <C extends Channel>(channel: C, input: Input<C>) => Promise<Result<Output<C>>>
  /** Does a job the way the window does, with its progress on the terminal and Ctrl C to cancel it. */
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
    // What a channel answers follows from its name; `dispatch` takes any name and so cannot know it.
    (await dispatch(engine.handlers, channel, input)) as Result<Output<C>>
  return {
    library: engine.context.library,
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
          // An input without its job's id is the input with it, which the compiler cannot follow.
          return await call(channel, { ...input, jobId } as unknown as Input<C>)
        } finally {
          stop()
        }
      }),
    close: () => engine.close(),
  }
}
