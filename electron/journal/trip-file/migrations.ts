import type { Migration } from './migrate.ts'

/**
 * Every change of the trip file's format, in order: the first leads from version 1 to 2. A new one is a file
 * `<from>-to-<to>.ts` here, a line in this list, a raised `TRIP_SCHEMA_VERSION`, and a fixture of the version before in
 * `test/fixtures/trip-version-<from>/`.
 */
export const migrations: readonly Migration[] = []
