import type { Configuration } from 'electron-builder'

/**
 * What electron-builder reads when somebody calls it directly. It would make a program without our fuses, with files that
 * do not belong in it, so it refuses. `npm run package` passes the configuration in electron-builder.config.ts instead.
 */
export default function refuse(): Configuration {
  if (process.env['LANYARD_PACKAGING'] === 'yes') return {}
  throw new Error(
    'Nothing was packed. Lanyard is packed by "npm run package", which also makes what the installers need and inspects the result.',
  )
}
