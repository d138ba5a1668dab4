import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { errorCode } from './file-system.ts'

/**
 * Whether a folder is writable, as far as the system can tell in advance. A folder that does not exist may be created.
 */
export async function canWrite(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK)
    return true
  } catch (error) {
    const code = errorCode(error)
    return code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM'
  }
}
