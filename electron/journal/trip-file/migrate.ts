/** The JSON of a trip file of any version. */
export type TripJson = Readonly<Record<string, unknown>>

/**
 * A step from one version of the trip file's format to the next. It is pure, without a clock or random ids, so that two
 * computers that migrate the same file write the same bytes.
 */
export interface Migration {
  /** The version that it reads; it writes the following one. */
  from: number
  /** What it changes, in a sentence. */
  description: string
  /** The version number is updated by the caller. Throws if the file is not valid in its version. */
  migrate: (trip: TripJson) => TripJson
}

/**
 * Migrates a trip of an older version, step by step.
 *
 * @param to the version to reach
 * @throws if a step is missing, or what one of them throws
 */
export function migrateTrip(trip: TripJson, migrations: readonly Migration[], to: number): TripJson {
  let migrated = trip
  for (let version = versionOf(trip); version < to; version++) {
    const step = migrations.find(({ from }) => from === version)
    if (step === undefined) throw new Error(`There is no way from version ${version} of the trip file to the next.`)
    migrated = { ...step.migrate(migrated), schemaVersion: version + 1 }
  }
  return migrated
}

/** The format version that a file states. @throws if it states no valid version */
export function versionOf(trip: TripJson): number {
  const version = trip['schemaVersion']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    throw new Error('The file does not say in which version of the format it is written.')
  }
  return version
}
