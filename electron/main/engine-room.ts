import { app } from 'electron'
import { join } from 'node:path'
import { version } from '../../package.json'
import { documentsPath } from '../journal/documents-path.ts'
import { createEngine, type Engine } from '../journal/engine.ts'
import { dispatch } from '../journal/service/dispatch.ts'
import { fillWithSample, readStartOptions } from '../journal/start-options.ts'
import { eventNames } from '../shared/channel-names.ts'
import type { Channel, EventName, Handlers } from '../shared/contract.ts'
import type { Result } from '../shared/result.ts'
import type { Settings } from '../shared/settings.ts'
import { desktopShell } from './shell.ts'
import { tellPages } from './windows.ts'

/** What the window learns on the way from what the page asks for. */
export interface Listeners {
  /** The page has asked for its first data. */
  started: (settings: Settings) => void
  themed: (theme: Settings['theme']) => void
  flushed: (unsaved: number) => void
}

export interface EngineRoom {
  engine: Engine
  /** Answers on a channel; what comes in may be anything. */
  dispatch: (channel: Channel, input: unknown) => Promise<Result<unknown>>
}

/** The engine and all that it brings, which is much: so this is imported when the window is on its way. */
export async function openEngineRoom(listeners: Listeners): Promise<EngineRoom> {
  const engine = await createDesktopEngine(listeners)
  const handlers = withListeners(engine.handlers, listeners)
  return { engine, dispatch: (channel, input) => dispatch(handlers, channel, input, log) }
}

function log(error: unknown, channel: string): void {
  process.stderr.write(`${channel}: ${error instanceof Error ? error.stack : String(error)}\n`)
}

async function createDesktopEngine(listeners: Listeners): Promise<Engine> {
  const own = app.getPath('userData')
  const options = readStartOptions(process.argv.slice(1), process.env, own)
  const engine = await createEngine({
    settingsFile: join(own, 'settings.json'),
    documents: documentsFolder(),
    version,
    shell: desktopShell,
    onFlushed: listeners.flushed,
    ...(options.library !== undefined && { library: options.library }),
  })
  for (const event of Object.keys(eventNames) as EventName[]) engine.on(event, (data) => tellPages(event, data))
  if (options.sample) await fillWithSample(engine)
  return engine
}

/** On Linux found as the other shells find it, so that all open the same library; elsewhere Electron knows better. */
function documentsFolder(): string {
  if (process.platform !== 'linux') return app.getPath('documents')
  return documentsPath(process.env, process.platform, app.getPath('home'))
}

function withListeners(handlers: Handlers, listeners: Listeners): Handlers {
  return {
    ...handlers,
    'app.start': async (input) => {
      const result = await handlers['app.start'](input)
      if (result.ok) listeners.started(result.value.settings)
      return result
    },
    'settings.save': async (input) => {
      const result = await handlers['settings.save'](input)
      if (result.ok) listeners.themed(result.value.theme)
      return result
    },
  }
}
