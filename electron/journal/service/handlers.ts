import { type Channel, type ChannelOf, channels, type Domain, type Handlers } from '../../shared/contract/index.ts'
import { appHandlers } from './app.ts'
import { backupHandlers } from './backup.ts'
import type { Result } from '../../shared/result.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Context, HandlersOf, Implementation } from './context.ts'
import { entryHandlers } from './entries.ts'
import { jobHandlers } from './jobs.ts'
import { libraryHandlers } from './library.ts'
import { photoHandlers } from './photos.ts'
import { reportHandlers } from './report.ts'
import { settingsHandlers } from './settings.ts'
import { tripHandlers } from './trips.ts'

/**
 * The handlers of all domains. Those that are not needed at the start and load a lot of code are loaded on their first
 * call.
 */
export function createHandlers(context: Context): Handlers {
  const implementations: { [C in Channel]: Implementation<C> } = {
    ...appHandlers(context),
    ...backupHandlers(context),
    ...entryHandlers(context),
    ...jobHandlers(context),
    ...libraryHandlers(context),
    ...photoHandlers(context),
    ...reportHandlers(context),
    ...settingsHandlers(context),
    ...tripHandlers(context),
    ...late('archives', async () => (await import('./archives.ts')).archiveHandlers(context)),
    ...late('capture', async () => (await import('./capture.ts')).captureHandlers(context)),
    ...late('check', async () => (await import('./check.ts')).checkHandlers(context)),
    ...late('conflicts', async () => (await import('./conflicts.ts')).conflictHandlers(context)),
    ...late('destinations', async () => (await import('./destinations.ts')).destinationHandlers(context)),
    ...late('diagnostics', async () => (await import('./diagnostics.ts')).diagnosticsHandlers(context)),
    ...late('exports', async () => (await import('./exports.ts')).exportHandlers(context)),
    ...late('history', async () => (await import('./history.ts')).historyHandlers(context)),
    ...late('imports', async () => (await import('./imports.ts')).importHandlers(context)),
    ...late('links', async () => (await import('./links.ts')).linkHandlers(context)),
    ...late('programme', async () => (await import('./programme.ts')).programmeHandlers(context)),
    ...late('people', async () => (await import('./people.ts')).peopleHandlers(context)),
    ...late('recovery', async () => (await import('./recovery.ts')).recoveryHandlers(context)),
    ...late('restore', async () => (await import('./restore.ts')).restoreHandlers(context)),
    ...late('search', async () => (await import('./search.ts')).searchHandlers(context)),
    ...late('verify', async () => (await import('./verify.ts')).verifyHandlers(context)),
  }
  return asJobs(implementations, context)
}

/** Turns every call that starts a job into one that can be followed and cancelled. */
function asJobs(implementations: { [C in Channel]: Implementation<C> }, { jobs }: Context): Handlers {
  const handlers: Record<string, unknown> = { ...implementations }
  for (const channel of Object.keys(channels) as Channel[]) {
    const kind = channels[channel].job
    if (kind === null) continue
    const implementation = implementations[channel] as (input: { jobId: string }, job: Job) => Promise<Result<unknown>>
    handlers[channel] = (input: { jobId: string }) => jobs.run(kind, input.jobId, (job) => implementation(input, job))
  }
  return handlers as Handlers
}

/** The handlers of a domain, which are loaded when the first of them is called. */
function late<D extends Domain>(domain: D, load: () => Promise<HandlersOf<D>>): HandlersOf<D> {
  let loading: Promise<HandlersOf<D>> | null = null
  const handlerOf = (channel: ChannelOf<D>) => async (input: never, job: never) => {
    const handlers = await (loading ??= load())
    return await handlers[channel](input, job)
  }
  const names = Object.keys(channels).filter((name): name is ChannelOf<D> => name.startsWith(`${domain}.`))
  // Each channel of the domain gets its own handler, which the type of a list of pairs does not say.
  return Object.fromEntries(names.map((channel) => [channel, handlerOf(channel)])) as HandlersOf<D>
}
