import { message } from '../../shared/messages/message.ts'
import type { Result } from '../../shared/result.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { ChangedMeanwhile, DurableAdapter } from '../disk/durable-adapter.ts'
import { type FileStamp, stampOf } from '../disk/file-stamp.ts'
import { errorCode, type FileSystem, isMissing } from '../disk/file-system.ts'

/**
 * Computes the new bytes of a file from the current ones (`null` if the file does not exist). Returns the same bytes if
 * there is nothing to do.
 */
export type FileChange = (bytes: Uint8Array | null) => Result<Uint8Array>

/** Give up after this many concurrent writes by others. */
const MAX_TRIES = 20

/** The revised files beside `trip.json`, as this program last read or wrote them. */
export class RevisedFiles {
  readonly #fileSystem: FileSystem
  /** The path of a file -> its stamp; `null` if it was missing. */
  readonly #stamps = new Map<string, FileStamp | null>()

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem
  }

  /** Notes the stamp of a file before it is read, so that a change in between is noticed. */
  async note(path: string): Promise<void> {
    this.#stamps.set(path, await this.#stampAt(path))
  }

  /** Whether another program may have changed the file since it was noted or written here. */
  async isOutdated(path: string): Promise<boolean> {
    return this.#stamps.get(path) !== (await this.#stampAt(path))
  }

  /**
   * Changes a file durably, based on whatever other programs have made of it.
   *
   * @returns its new bytes, and whether they differ from those before
   */
  async change(path: string, change: FileChange): Promise<Result<{ bytes: Uint8Array; isChanged: boolean }>> {
    const adapter = new DurableAdapter<Uint8Array>(path, plain, this.#fileSystem, true)
    try {
      return await adapter.underLock(async () => {
        for (let tries = 0; ; tries++) {
          const before = await readOrNull(adapter)
          const changed = change(before)
          if (!changed.ok) return changed
          try {
            if (changed.value !== before) await adapter.write(changed.value)
            this.#stamps.set(path, adapter.stamp)
            return { ok: true, value: { bytes: changed.value, isChanged: changed.value !== before } }
          } catch (error) {
            if (!(error instanceof ChangedMeanwhile) || tries === MAX_TRIES) throw error
          }
        }
      })
    } catch (error) {
      return diskFailure(error instanceof ChangedMeanwhile ? busy : error, message('attempt.save-trip'))
    } finally {
      await adapter.settled()
    }
  }

  async #stampAt(path: string): Promise<FileStamp | null> {
    return this.#fileSystem.stat(path).then(stampOf, () => null)
  }
}

const busy = Object.assign(new Error('The file changes all the time'), { code: 'EBUSY' })

const plain = { encode: (bytes: Uint8Array) => [bytes], decode: (bytes: Uint8Array) => bytes }

async function readOrNull(adapter: DurableAdapter<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return await adapter.read()
  } catch (error) {
    if (isMissing(error) && errorCode(error) === 'ENOENT') return null
    throw error
  }
}
