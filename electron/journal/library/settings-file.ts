import { basename, dirname, join } from 'node:path'
import { Low } from 'lowdb'
import { fail, ok, type Result } from '../../shared/result.ts'
import { defaultSettings, type Settings, settingsSchema } from '../../shared/settings.ts'
import { now } from '../../shared/time.ts'
import { diskFailure, Refusal } from '../disk/disk-failure.ts'
import { type Coding, DurableAdapter } from '../disk/durable-adapter.ts'
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts'
import { sweepFolder } from '../disk/temporary-name.ts'
import { readJson } from './read-text.ts'

/** The settings on this computer. They are small and can be set anew: a damaged file is put aside, not mourned. */
export interface SettingsFile {
  readonly current: Settings
  /** Changes some of them. Fulfilled when they are on the disk for good. */
  save(changes: Partial<Settings>): Promise<Result<Settings>>
}

/**
 * Reads the settings. A file that cannot be read as settings is kept beside it as `settings.json.corrupt-<time>`; what
 * can still be made out of it is used, and the defaults for the rest.
 *
 * @param path the settings file, absolute; it and its folder need not be there
 */
export async function openSettings(path: string, fileSystem: FileSystem = nodeFileSystem): Promise<SettingsFile> {
  const adapter = new DurableAdapter(path, settingsCoding, fileSystem)
  let low = new Low<Settings>(adapter, defaultSettings)
  await sweepFolder(dirname(path), fileSystem).catch(() => {})
  try {
    await low.read()
  } catch (error) {
    if (error instanceof DamagedSettings) {
      await putAside(path, fileSystem)
      low = new Low<Settings>(adapter, error.rest)
    }
    // Settings that are missing or may not be read: the defaults do until they can be written.
  }

  const write = async (changes: Partial<Settings>): Promise<Result<Settings>> => {
    const next = new Low<Settings>(adapter, { ...(await newest()), ...changes })
    try {
      await fileSystem.makeFolder(dirname(path))
      await next.write()
    } catch (error) {
      return diskFailure(error, 'save the settings')
    }
    low = next
    return ok(next.data)
  }

  /** Another window or program may have saved its own settings since. */
  const newest = async (): Promise<Settings> => {
    try {
      return await adapter.read()
    } catch (error) {
      if (error instanceof DamagedSettings) await putAside(path, fileSystem)
      return low.data
    }
  }

  let last: Promise<unknown> = Promise.resolve()
  return {
    get current() {
      return low.data
    },
    save(changes) {
      const saved = last.then(() => write(changes))
      last = saved
      return saved
    },
  }
}

class DamagedSettings extends Refusal {
  readonly rest: Settings

  constructor(rest: Settings) {
    super(fail('disk.failed', 'The settings file is damaged.').error)
    this.rest = rest
  }
}

const settingsCoding: Coding<Settings> = {
  encode: (settings) => Buffer.from(`${JSON.stringify(settings, null, 2)}\n`),
  decode(bytes) {
    const reading = readJson(bytes)
    if (!reading.ok) throw new DamagedSettings(defaultSettings)
    const parsed = settingsSchema.safeParse(reading.value.json)
    if (!parsed.success) throw new DamagedSettings(salvage(reading.value.json))
    return parsed.data
  },
}

/** Each setting that is still good: somebody who loses their library's place thinks that they have lost the library. */
function salvage(json: unknown): Settings {
  if (json === null || typeof json !== 'object') return defaultSettings
  const good = Object.entries(json).filter(
    ([key, value]) => settingsSchema.partial().safeParse({ [key]: value }).success,
  )
  return settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(good) })
}

/** Where this does not work, saving will not either, and says so. */
async function putAside(path: string, fileSystem: FileSystem): Promise<void> {
  const aside = `${basename(path)}.corrupt-${now().replaceAll(':', '-')}`
  await fileSystem.rename(path, join(dirname(path), aside)).catch(() => {})
}
