/** What a trip file holds, as JSON: of whatever version it is. */
export type TripJson = Readonly<Record<string, unknown>>

/**
 * One step from a version of the trip file's format to the next. Pure: it takes no clock and makes up no identifiers
 * that differ from run to run, so that two computers that migrate the same file write the same one.
 */
export interface Migration {
  /** The version that it reads; it writes the next. */
  from: number
  /** What it changes, in a sentence. */
  description: string
  /** The version's number is set for it. It throws where the file is not what that version allows. */
  migrate: (trip: TripJson) => TripJson
}

/**
 * Brings what an older version wrote up to another, step by step.
 *
 * @param to the version to reach
 * @throws where a step is missing, or what one of them throws
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

/** The version of the format in which a file says that it is written. @throws where it says nothing of the kind */
export function versionOf(trip: TripJson): number {
  const version = trip['schemaVersion']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    throw new Error('The file does not say in which version of the format it is written.')
  }
  return version
}
