import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { errorCode } from './file-system.ts'

/** Whether a folder may be written to, as far as the system says so beforehand. One that is not there may be made. */
export async function canWrite(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK)
    return true
  } catch (error) {
    const code = errorCode(error)
    return code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM'
  }
}
