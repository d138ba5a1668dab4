import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A temporary disk, which can be filled up and unplugged. */
export interface SmallDisk {
  /** Where it is mounted, absolute. */
  folder: string
  /**
   * Simulates a power cut: whatever the disk has not written, including its journal, is lost, and it accepts nothing
   * more. Only for a disk in a file.
   */
  cutPower(): Promise<void>
  /** Unmounts and mounts it again, which replays its journal. No file on it may be open. */
  mountAgain(): Promise<void>
  remove(): Promise<void>
}

/** ext4's own ioctl for tests: shuts down without writing the journal. In Perl, because Node has no ioctl. */
const CUT = 'open(my $f, "<", $ARGV[0]) or die $!; my $how = pack("I", 2); ioctl($f, 0x8004587d, $how) or die $!'

/** Creates an ext4 disk in a file, mounted as a loop device. @param options mount options, such as `noauto_da_alloc` */
export async function makeExt4Disk(megabytes: number, options: string[] = []): Promise<SmallDisk> {
  const place = await mkdtemp(join(tmpdir(), 'lanyard-ext4-'))
  const [image, folder] = [join(place, 'image'), join(place, 'disk')]
  await mkdir(folder)
  await run('truncate', ['--size', `${megabytes}M`, image])
  // Nothing is reserved for root, who writes here, so that full means full.
  await run('mkfs.ext4', ['-q', '-F', '-m', '0', image])
  const mount = () => run('mount', ['-o', ['loop', ...options].join(), image, folder])
  await mount().catch(async (error: unknown) => {
    await rm(place, { recursive: true, force: true })
    throw error
  })
  return {
    folder,
    cutPower: async () => void (await run('perl', ['-e', CUT, folder])),
    mountAgain: async () => {
      await unmount(folder)
      await mount()
    },
    remove: async () => {
      await unmount(folder)
      await rm(place, { recursive: true, force: true })
    },
  }
}

/** Creates a disk in memory. @param owner the user who may write to it, if not the one who runs the tests */
export async function makeMemoryDisk(
  megabytes: number,
  owner: { uid: number; gid: number } | null = null,
): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-tmpfs-'))
  const whose = owner === null ? [] : [`uid=${owner.uid}`, `gid=${owner.gid}`]
  await run('mount', ['-t', 'tmpfs', '-o', [`size=${megabytes}m`, 'mode=755', ...whose].join(), 'tmpfs', folder]).catch(
    async (error: unknown) => {
      await rm(folder, { recursive: true, force: true })
      throw error
    },
  )
  return {
    folder,
    cutPower: never,
    mountAgain: never,
    remove: async () => {
      await unmount(folder)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const never = () => Promise.reject(new Error('What is in memory survives no power cut.'))

/** A process that was just killed may still hold a file open. */
async function unmount(folder: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await run('umount', [folder])
      return
    } catch (error) {
      if (tries >= 20) throw error
      await pause(50)
    }
  }
}

let reason: Promise<string | null> | undefined

/** Why this machine cannot create temporary disks, in one line; `null` if it can. */
export function whyNoDisks(): Promise<string | null> {
  reason ??= look()
  return reason
}

async function look(): Promise<string | null> {
  if (process.platform !== 'linux') return 'disks of a test’s own are made on Linux alone'
  if (process.getuid?.() !== 0) return 'disks of a test’s own need the super-user'
  try {
    for (const disk of [await makeMemoryDisk(1), await makeExt4Disk(8)]) await disk.remove()
    return null
  } catch (error) {
    return `this machine mounts no disks of a test’s own (${String(error).trim().split('\n').at(-1)})`
  }
}
