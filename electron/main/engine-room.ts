import { app } from 'electron'
import { join } from 'node:path'
import { version } from '../../package.json'
import { documentsPath } from '../journal/documents-path.ts'
import { createEngine, type Engine } from '../journal/engine.ts'
import { fillWithSample, readStartOptions } from '../journal/start-options.ts'
import { type EventName, events, type Handlers } from '../shared/contract.ts'
import type { Settings } from '../shared/settings.ts'
import { openChannels } from './channels.ts'
import { desktopShell } from './shell.ts'
import { tellPages } from './windows.ts'

/** What the window learns on the way from what the page asks for. */
export interface Listeners {
  /** The page has asked for its first data. */
  started: (settings: Settings) => void
  themed: (theme: Settings['theme']) => void
  flushed: (unsaved: number) => void
}

/** Opens the channels at once and answers on them as soon as the engine runs. */
export function startEngine(listeners: Listeners): Promise<Engine> {
  const engine = createDesktopEngine(listeners)
  openChannels(
    engine.then(({ handlers }) => withListeners(handlers, listeners)),
    (error, channel) => process.stderr.write(`${channel}: ${error instanceof Error ? error.stack : String(error)}\n`),
  )
  return engine
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
  for (const event of Object.keys(events) as EventName[]) engine.on(event, (data) => tellPages(event, data))
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
