import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { FuseState } from '@electron/fuses/dist/constants.js'
import type { Configuration } from 'electron-builder'

/**
 * Switches inside Electron's binary that are set once, when it is packed; no flag or environment variable changes them
 * afterwards. Everything is off that would let others run their own code as Lanyard, with its permissions.
 */
export const fuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  grantFileProtocolExtraPrivileges: false,
  enableCookieEncryption: true,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
} satisfies Configuration['electronFuses']

const options: Record<keyof typeof fuses, FuseV1Options> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
}

/** Read the fuses of a program, or of an application on macOS. Returns the names of those that are set wrongly. */
export async function findWrongFuses(program: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(program)
  return Object.entries(fuses).flatMap(([name, on]) => {
    const state = wire[options[name as keyof typeof fuses]]
    return state === (on ? FuseState.ENABLE : FuseState.DISABLE) ? [] : [name]
  })
}
