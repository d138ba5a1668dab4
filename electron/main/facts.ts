import { app, screen } from 'electron'
import { readFile } from 'node:fs/promises'
import { availableParallelism, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { version } from '../../package.json'
import type { Facts } from '../journal/diagnostics/diagnostics.ts'
import { asGraphicsStatus, asVersion } from '../journal/diagnostics/log-events.ts'
import type { Log } from '../journal/diagnostics/log.ts'
import type { Graphics } from '../shared/problem.ts'

const hasSandbox = () => !app.commandLine.hasSwitch('no-sandbox')

export function noteStart(log: Log, graphics: Graphics): void {
  log.note('started', {
    lanyard: asVersion(version),
    electron: asVersion(process.versions.electron),
    chromium: asVersion(process.versions['chrome']),
    node: asVersion(process.versions.node),
    platform: process.platform,
    arch: process.arch,
    packaged: app.isPackaged,
    sandbox: hasSandbox(),
    graphics,
  })
}

/** Facts about this program and this computer, none of which identifies their owner. */
export function desktopFacts(): Facts {
  const status = app.getGPUFeatureStatus()
  const screens = screen
    .getAllDisplays()
    .map(({ size, scaleFactor }) => `${size.width} × ${size.height} at ${scaleFactor}`)
  return {
    versions: {
      Lanyard: version,
      Electron: process.versions.electron ?? '',
      Chromium: process.versions['chrome'] ?? '',
      Node: process.versions.node,
    },
    system: {
      System: `${process.platform} ${process.arch}, ${asVersion(/^[\d.]+/.exec(release())?.[0])}`,
      'Window system': process.platform === 'linux' ? sessionType() : 'its own',
      Processors: String(availableParallelism()),
      Memory: `${Math.round(totalmem() / 1024 ** 3)} GB`,
      Screens: screens.join('; '),
      Language: app.getLocale(),
      Sandbox: hasSandbox() ? 'on' : 'off',
      Installed: app.isPackaged ? 'yes' : 'no, run from its source',
      Graphics: `compositing ${asGraphicsStatus(status.gpu_compositing)}, rasterization ${asGraphicsStatus(status.rasterization)}`,
    },
  }
}

function sessionType(): string {
  const type = process.env['XDG_SESSION_TYPE']
  return type === 'wayland' || type === 'x11' ? type : 'unknown'
}

/**
 * The licences of Lanyard and its dependencies, as written by the build; `null` if this build does not include them. In
 * an installed program they are beside it, otherwise where they were built.
 */
export async function readNotices(): Promise<string | null> {
  const own = await readFirst(['LICENSE.txt', 'LICENSE'])
  const others = await readFirst(['THIRD-PARTY-NOTICES.txt', join('out', 'THIRD-PARTY-NOTICES.txt')])
  const texts = [own, others].filter((text) => text !== null)
  return texts.length === 0 ? null : texts.join('\n\n')
}

async function readFirst(names: readonly string[]): Promise<string | null> {
  for (const folder of [process.resourcesPath, app.getAppPath()]) {
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8').catch(() => null)
      if (text !== null) return text
    }
  }
  return null
}
