import { execFileSync } from 'node:child_process'
import { rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

/** Whether this system has named pipes in its file system. */
export const hasPipes = process.platform !== 'win32'

/** Things that can have the name of a file but cannot be read like one. */
export type Oddity = 'pipe' | 'device' | 'giant'

export const oddities: readonly Oddity[] = ['pipe', 'device', 'giant']

/** Puts something odd in place of a file: a pipe without a writer, a link to a device, or a terabyte of zeros. */
export async function putOddity(path: string, oddity: Oddity): Promise<void> {
  await rm(path, { recursive: true, force: true })
  switch (oddity) {
    case 'pipe':
      execFileSync('mkfifo', [path])
      return
    case 'device':
      await symlink(await deviceOfZeros(), path)
      return
    case 'giant':
      await writeFile(path, '')
      // It is sparse, and takes no space on the disk.
      await truncate(path, 2 ** 40)
      return
    default:
      oddity satisfies never
  }
}

/** A device with endless zeros. Root could replace the system's own, so root gets another one. */
async function deviceOfZeros(): Promise<string> {
  if (process.getuid?.() !== 0) return '/dev/zero'
  const device = join(await temporaryFolder(), 'zero')
  execFileSync('mknod', ['-m', '666', device, 'c', '1', '5'])
  return device
}
