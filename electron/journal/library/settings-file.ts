import { basename, dirname, join } from 'node:path'
import { Low } from 'lowdb'
import { fail, ok, type Result } from '../../shared/result.ts'
import { defaultSettings, type Settings, settingsSchema } from '../../shared/settings.ts'
import { now } from '../../shared/time.ts'
import { diskFailure, Refusal } from '../disk/disk-failure.ts'
import { type Coding, DurableAdapter } from '../disk/durable-adapter.ts'
import { type FileSystem, isUnreadable, nodeFileSystem } from '../disk/file-system.ts'
import { sweepFolder } from '../disk/temporary-name.ts'
import { readJson } from '../trip-file/read-text.ts'
import { message } from '../../shared/messages/message.ts'

/** The settings on this computer. They are small and easy to set again, so a damaged file is only moved aside. */
export interface SettingsFile {
  readonly current: Settings
  /**
   * Changes some of the settings. Resolves when they are durably on the disk.
   *
   * @param changes the new values, or a function that makes them from the settings on the disk; its failure is returned
   */
  save(changes: Partial<Settings> | ((stored: Settings) => Result<Partial<Settings>>)): Promise<Result<Settings>>
  /** The settings on the disk, which another process may have changed. */
  reread(): Promise<Settings>
}

/**
 * Reads the settings. A file that cannot be read at all is kept beside it as `settings.json.corrupt-<time>`. Settings
 * that this version does not understand, for example those of a newer version, are ignored but stay in the file.
 *
 * @param path the settings file, absolute; it and its folder need not exist
 */
export async function openSettings(path: string, fileSystem: FileSystem = nodeFileSystem): Promise<SettingsFile> {
  const adapter = new DurableAdapter(path, settingsCoding, fileSystem)
  let low = new Low<Stored>(adapter, { settings: defaultSettings, others: {} })
  await sweepFolder(dirname(path), fileSystem).catch(() => {})
  try {
    await low.read()
  } catch (error) {
    if (error instanceof DamagedSettings || isUnreadable(error)) await putAside(path, fileSystem)
    // If the settings are missing or unreadable, use the defaults until they can be written.
  }

  const write = async (given: Parameters<SettingsFile['save']>[0]): Promise<Result<Settings>> => {
    const { settings, others } = await newest()
    const made = typeof given === 'function' ? given(settings) : ok(given)
    if (!made.ok) return made
    const changes = made.value
    const next = new Low<Stored>(adapter, {
      settings: { ...settings, ...changes },
      // A value that was not understood is dropped once the user has set that setting.
      others: Object.fromEntries(Object.entries(others).filter(([key]) => !Object.hasOwn(changes, key))),
    })
    try {
      await fileSystem.makeFolders(dirname(path))
      await next.write()
    } catch (error) {
      return diskFailure(error, message('attempt.save-settings'))
    }
    low = next
    return ok(next.data.settings)
  }

  /** Another window or program may have saved its own settings in the meantime. */
  const newest = async (): Promise<Stored> => {
    try {
      return await adapter.read()
    } catch (error) {
      if (error instanceof DamagedSettings || isUnreadable(error)) await putAside(path, fileSystem)
      return low.data
    }
  }

  let last: Promise<unknown> = Promise.resolve()
  return {
    get current() {
      return low.data.settings
    },
    save(changes) {
      const saved = last.then(() => write(changes))
      last = saved
      return saved
    },
    reread: async () => (await newest()).settings,
  }
}

/** What is in the file. */
interface Stored {
  settings: Settings
  /** Values that this version does not understand, by key: from a newer version, or mistyped by hand. */
  others: Record<string, unknown>
}

class DamagedSettings extends Refusal {
  constructor() {
    super(fail('settings.damaged').error)
  }
}

const settingsCoding: Coding<Stored> = {
  // They are read while the window waits.
  maxBytes: 256 * 1024,
  encode: ({ settings, others }) => [Buffer.from(`${JSON.stringify({ ...settings, ...others }, null, 2)}\n`)],
  decode(bytes) {
    const reading = readJson(bytes)
    const json = reading.ok ? reading.value.json : null
    if (json === null || typeof json !== 'object' || Array.isArray(json)) throw new DamagedSettings()
    const entries = Object.entries(json)
    // Each setting is parsed separately: users who lose the setting for their library's place think that they have lost
    // the library.
    const settings = settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(entries.filter(isGood)) })
    return { settings, others: Object.fromEntries(entries.filter((entry) => !isGood(entry))) }
  },
}

function isGood([key, value]: [string, unknown]): boolean {
  return settingsSchema.partial().safeParse({ [key]: value }).success
}

/** If this fails, saving will fail as well and be reported. */
async function putAside(path: string, fileSystem: FileSystem): Promise<void> {
  const aside = `${basename(path)}.corrupt-${now().replaceAll(':', '-')}`
  await fileSystem.rename(path, join(dirname(path), aside)).catch(() => {})
}
