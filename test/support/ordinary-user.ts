import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { findElectron, hasProgram, resolvePackage, root, writeScript } from './programs.ts'

/** The user who runs the desktop window, and how. */
export interface DesktopUser {
  /** Starts Electron as that user, as the same process. */
  program: string
  hasSandbox: boolean
  owner: { uid: number; gid: number } | null
}

const NAME = 'lanyard-tests'

/**
 * Find the user for the desktop window. Root has no sandbox, so tests that run as root start the window as an ordinary
 * user, who is created if needed. If that user cannot read the project, the window runs as root without a sandbox.
 */
export function findDesktopUser(): DesktopUser | null {
  const electron = findElectron()
  if (electron === null) return null
  if (process.getuid?.() !== 0) return { program: electron, hasSandbox: mayMakeSandbox([]), owner: null }
  return asOrdinaryUser(electron) ?? { program: electron, hasSandbox: false, owner: null }
}

export interface OrdinaryUser {
  /** The beginning of a command line that runs as this user. */
  drop: string[]
  hasSandbox: boolean
  owner: { uid: number; gid: number }
}

/** Find or create an ordinary user of this machine. Returns `null` if root cannot become one. */
export function findOrdinaryUser(): OrdinaryUser | null {
  if (!hasProgram('setpriv') || !hasProgram('useradd')) return null
  // Fails with "already exists" from the second time on.
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], { stdio: 'ignore' })
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, NAME], { encoding: 'utf8' }).stdout || NaN),
  )
  if (uid === undefined || gid === undefined || Number.isNaN(uid) || uid === 0) return null
  const drop = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--']
  return { drop, hasSandbox: mayMakeSandbox(drop), owner: { uid, gid } }
}

function asOrdinaryUser(electron: string): DesktopUser | null {
  const user = findOrdinaryUser()
  if (user === null) return null
  const { drop, hasSandbox, owner } = user
  const needed = [electron, join(root, 'package.json'), join(root, 'out'), dirname(resolvePackage('playwright-core'))]
  const [program = '', ...args] = drop
  const reads = needed.every((path) => spawnSync(program, [...args, 'test', '-r', path]).status === 0)
  if (!reads) return null
  return { program: writeScript('electron', `${drop.join(' ')} '${electron}'`), hasSandbox, owner }
}

/** Whether this user may create user namespaces, from which Chromium builds its sandbox. */
function mayMakeSandbox(as: string[]): boolean {
  if (process.platform !== 'linux') return true
  return spawnSync('env', [...as, 'unshare', '--user', '--map-root-user', 'true'], { stdio: 'ignore' }).status === 0
}
