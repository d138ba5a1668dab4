import type { Migration } from './migrate.ts'

/**
 * Every change of the trip file's format, in order: the first migrates version 1 to 2. To add one, add a file
 * `<from>-to-<to>.ts` here, a line in this list and a fixture of the previous version in
 * `test/fixtures/trip-version-<from>/`, and raise `TRIP_SCHEMA_VERSION`.
 */
export const migrations: readonly Migration[] = []
