import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isInside } from '../../journal/disk/is-inside.ts'

/** File systems whose files are on another computer, or come from a program. */
const REMOTE = /^(?:nfs|cifs|smb|9p|afs|ceph|fuse|glusterfs|lustre|davfs|ncp)/

/**
 * Whether all of a folder is on this computer's own disks, as far as the system tells; on a disk that does not respond,
 * a question asked without waiting would hold the whole program. Other systems than Linux do not tell.
 *
 * @param folder absolute
 * @param table the system's table of file systems, in the format of fstab(5)
 */
export function isOnLocalDisk(folder: string, table = readTable()): boolean {
  let nearest = { place: '', type: '' }
  for (const line of table.split('\n')) {
    const [, place = '', type = ''] = line.split(' ').map(unescape)
    if (place === '') continue
    // Something else is mounted inside it.
    if (place !== folder && isInside(place, folder)) return false
    if ((place === folder || isInside(folder, place)) && place.length >= nearest.place.length) nearest = { place, type }
  }
  return !REMOTE.test(nearest.type)
}

/** Spaces and the like are written as octal numbers. */
const unescape = (text: string) =>
  text.replaceAll(/\\([0-7]{3})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 8)))

function readTable(): string {
  return process.platform === 'linux' ? readFileSync(join('/proc', 'self', 'mounts'), 'utf8') : ''
}
