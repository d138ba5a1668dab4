import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../electron/journal/disk/file-system.ts'
import { createEngine, type Engine } from '../../electron/journal/engine.ts'
import type { Shell } from '../../electron/journal/service/context.ts'
import { dispatch } from '../../electron/journal/service/dispatch.ts'
import type { Bridge, Channel, EventData, EventName, Input, Output } from '../../electron/shared/contract/index.ts'
import { createPacker, type PackedAnswer } from '../../electron/shared/contract/packed-answer.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Result } from '../../electron/shared/result.ts'
import { useApp } from '../../renderer/state/app-state.ts'
import { useBackup } from '../../renderer/state/backup-state.ts'
import { useLibrary } from '../../renderer/state/library-state.ts'
import { useTrip } from '../../renderer/state/open-trip.ts'

export interface PageBridge {
  engine: Engine
  bridge: Bridge
  /** The folder with the library and everything else, removed after the test. */
  folder: string
  /** Make the disk refuse to write, as a full one does, or work again with `null`. */
  fillDisk: (code: 'ENOSPC' | 'EACCES' | null) => void
  /** Send the page an event, as the engine or a shell does. */
  send: <E extends EventName>(event: E, data: EventData<E>) => void
  /** The page's answers when it was asked how much is unsaved. */
  flushed: number[]
  /** Call a function when the test ends. */
  onEnd: (end: () => void) => void
  /** The channels that were called, in order. */
  calls: Channel[]
  /** Hold the answers of a channel back until the returned function is called. */
  hold: (channel: Channel) => () => void
}

/**
 * Connect the page with a real engine in a new folder, as the preload does, on a disk that can be made to fail. The page
 * starts with its initial state. Ends with the test.
 *
 * @param options what the shell can do; without them it has no dialog for folders and opens no links. `now`: the moment
 * that the clock at the venue shows
 */
export async function connectPage({
  chooseFolder = null,
  openLink = null,
  openFile = async () => false,
  copiedText = async () => '',
  now,
}: Partial<Pick<Shell, 'chooseFolder' | 'copiedText' | 'openFile' | 'openLink'>> & {
  now?: string
} = {}): Promise<PageBridge> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-page-'))
  let refusal: string | null = null
  const flushed: number[] = []
  const ends: (() => void)[] = []
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    open(path, flags, mode) {
      if (refusal !== null && flags === 'wx')
        return Promise.reject(Object.assign(new Error(refusal), { code: refusal }))
      return nodeFileSystem.open(path, flags, mode)
    },
  }
  const engine = await createEngine({
    settingsFile: join(folder, 'settings.json'),
    documents: folder,
    version: '0.0.0',
    ...(now !== undefined && { now }),
    shell: { kind: 'desktop', chooseFolder, showInFolder: null, openFile, openLink, copiedText },
    fileSystem,
    onFlushed: (unsaved) => flushed.push(unsaved),
  })
  const calls: Channel[] = []
  const held = new Map<Channel, (() => void)[]>()
  const listeners = new Map<EventName, Set<(data: never) => void>>()
  const ask = async (channel: Channel, input: unknown) => {
    calls.push(channel)
    const waiting = held.get(channel)
    if (waiting) await new Promise<void>((goOn) => waiting.push(goOn))
    // Messages between page and engine are copies: neither sees what the other changes in its own.
    return await dispatch(engine.handlers, channel, copyOf(input))
  }
  const pack = createPacker()
  const bridge: Bridge = {
    call: async <C extends Channel>(channel: C, input: Input<C>) =>
      copyOf(await ask(channel, input)) as Result<Output<C>>,
    on<E extends EventName>(event: E, callback: (data: EventData<E>) => void) {
      const told = listeners.get(event) ?? new Set()
      told.add(callback)
      listeners.set(event, told)
      const stop = engine.on(event, callback)
      return () => {
        told.delete(callback)
        stop()
      }
    },
    photoAddress: (tripId, photoId) => `trip://${tripId}/${photoId}`,
  }
  const fillDisk: PageBridge['fillDisk'] = (code) => {
    refusal = code
  }
  window.lanyard = {
    ...bridge,
    call: async <C extends Channel>(channel: C, input: Input<C>, known?: string) =>
      copyOf(pack(await ask(channel, input), known)) as Result<Output<C>> | PackedAnswer,
  }
  const before = [useApp, useTrip, useLibrary].map((store) => store.getInitialState())
  onTestFinished(async () => {
    // Otherwise the next test would try to save what this one left unsaved.
    fillDisk(null)
    await useTrip.getState().flush()
    for (const end of ends) end()
    delete window.lanyard
    // The next test opens a new window, which remembers no place.
    sessionStorage.clear()
    useBackup.setState(useBackup.getInitialState(), true)
    useApp.setState(before[0] as ReturnType<typeof useApp.getState>, true)
    useTrip.setState(before[1] as ReturnType<typeof useTrip.getState>, true)
    useLibrary.setState(before[2] as ReturnType<typeof useLibrary.getState>, true)
    await engine.close()
    // Listing trips that nobody waited for may still be writing its cache.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return {
    engine,
    bridge,
    folder,
    fillDisk,
    send: (event, data) => {
      for (const callback of listeners.get(event) ?? []) callback(data as never)
    },
    flushed,
    onEnd: (end) => ends.push(end),
    calls,
    hold(channel) {
      const waiting: (() => void)[] = []
      held.set(channel, waiting)
      const release = () => {
        held.delete(channel)
        for (const goOn of waiting) goOn()
      }
      ends.push(release)
      return release
    },
  }
}

/** Copy a value deeply. Node's structuredClone makes byte arrays of another realm than the globals of jsdom. */
function copyOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return value.slice()
  if (Array.isArray(value)) return value.map(copyOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]))
}

/** The value of a result. Throws if it is a failure. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${render(result.error)}`)
  return result.value
}
