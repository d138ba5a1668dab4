import { app } from 'electron'
import { join } from 'node:path'
import { version } from '../../package.json'
import type { Log } from '../journal/diagnostics/log.ts'
import { createEngine, type Engine } from '../journal/engine.ts'
import type { Reminder } from '../journal/service/context.ts'
import { dispatch } from '../journal/service/dispatch.ts'
import { fillWithSample, readStartOptions, type StartOptions } from '../journal/start-options.ts'
import { type Channel, channels, type Handlers } from '../shared/contract/index.ts'
import { eventNames } from '../shared/contract/names.ts'
import type { Graphics } from '../shared/problem.ts'
import { ok, type Result } from '../shared/result.ts'
import { scrubError } from '../shared/scrub-error.ts'
import type { Settings } from '../shared/settings.ts'
import { documentsFolder } from './documents-folder.ts'
import { desktopFacts, readNotices } from './facts.ts'
import { type FrameKeeping, keepFrame } from './first-frame/keep-frame.ts'
import { chooseTextFile, desktopShell } from './shell.ts'
import { sendToPages } from './windows.ts'

/** What the window learns from the page's calls. */
export interface Listeners {
  /** The page has asked for its first data. */
  started: (settings: Settings) => void
  themed: (theme: Settings['theme']) => void
  flushed: (unsaved: number) => void
  /** Something was saved at this moment, ISO 8601. */
  saved: (at: string) => void
  restart: (graphics: Graphics) => void
  useCaptureKeys: (keys: string | null) => boolean
  remind: (reminder: Reminder) => void
}

export interface EngineHost {
  engine: Engine
  /** Handles a call on a channel; the input is untrusted. */
  dispatch: (channel: Channel, input: unknown) => Promise<Result<unknown>>
}

/**
 * Starts the engine. It loads a lot of code, so import this only once the window is being opened.
 *
 * @param page the folder of the built page, absolute
 */
export async function openEngineHost(log: Log, listeners: Listeners, page: string): Promise<EngineHost> {
  const own = app.getPath('userData')
  const options = readStartOptions(process.argv.slice(1), process.env, own)
  const engine = await createDesktopEngine(log, listeners, options)
  const handlers = withListeners(engine, frameKeeping(options, own, page), listeners)
  return {
    engine,
    async dispatch(channel, input) {
      const began = performance.now()
      const result = await dispatch(handlers, channel, input, (error) => noteError(log, channel, error))
      noteAnswer(log, channel, result, Math.round(performance.now() - began))
      if (result.ok && hasSaved(result.value)) listeners.saved(result.value.savedAt)
      return result
    },
  }
}

/** A call that takes longer than this is logged, in milliseconds. */
const SLOW_MS = 1000

function noteAnswer(log: Log, channel: Channel, result: Result<unknown>, ms: number): void {
  if (!result.ok) log.note('channel.failed', { channel, failure: result.error.code, ms })
  else if (ms > SLOW_MS && !channels[channel].isPatient) log.note('channel.slow', { channel, ms })
}

function noteError(log: Log, channel: Channel, error: unknown): void {
  log.note('error.engine', { channel, error: scrubError(error) })
  // For developers. The output of a packaged program may go to a system log, where it does not belong.
  if (!app.isPackaged) process.stderr.write(`${channel}: ${error instanceof Error ? error.stack : String(error)}\n`)
}

function hasSaved(value: unknown): value is { savedAt: string } {
  return typeof value === 'object' && value !== null && 'savedAt' in value && typeof value.savedAt === 'string'
}

async function createDesktopEngine(log: Log, listeners: Listeners, options: StartOptions): Promise<Engine> {
  const own = app.getPath('userData')
  const engine = await createEngine({
    settingsFile: join(own, 'settings.json'),
    documents: documentsFolder(),
    version,
    shell: { ...desktopShell, useCaptureKeys: listeners.useCaptureKeys, remind: listeners.remind },
    onFlushed: listeners.flushed,
    diagnostics: { log, facts: desktopFacts, chooseFile: chooseTextFile, notices: readNotices },
    ...(options.library !== undefined && { library: options.library }),
    ...(options.now !== undefined && { now: options.now }),
  })
  for (const event of eventNames) engine.on(event, (data) => sendToPages(event, data))
  if (options.sample) await fillWithSample(engine)
  return engine
}

/** Where frames are kept; `null` for a start that was told to show something of its own. */
function frameKeeping({ library, sample, now }: StartOptions, own: string, page: string): FrameKeeping | null {
  if (sample || now !== undefined) return null
  return { own, named: library ?? null, documents: documentsFolder(), page }
}

function withListeners(engine: Engine, frames: FrameKeeping | null, listeners: Listeners): Handlers {
  const { handlers } = engine
  return {
    ...handlers,
    'app.start': async (input) => {
      const result = await handlers['app.start'](input)
      if (result.ok) listeners.started(result.value.settings)
      return result
    },
    'app.keepFrame': async (shown) => {
      if (frames !== null) await keepFrame(shown, engine.context.library, frames)
      return ok({})
    },
    'app.restart': async ({ graphics }) => {
      listeners.restart(graphics)
      return ok({})
    },
    'settings.save': async (input) => {
      const result = await handlers['settings.save'](input)
      if (result.ok) listeners.themed(result.value.theme)
      return result
    },
  }
}
