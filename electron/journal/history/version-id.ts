/** The name of a version: the time of the last change in it, in a form that is safe in file names. */
const pattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/

/** `2026-04-14T12:15:00.123+02:00` -> `20260414T101500123Z` */
export function versionIdAt(instant: string): string {
  return new Date(Date.parse(instant)).toISOString().replaceAll(/[-:.]/g, '')
}

/** `20260414T101500123Z` -> `2026-04-14T10:15:00.123Z`; `null` if it is not the name of a version. */
export function instantOf(versionId: string): string | null {
  const [, year, month, day, hour, minute, second, millisecond] = pattern.exec(versionId) ?? []
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`
  return Number.isNaN(Date.parse(instant)) ? null : instant
}

/** In milliseconds since 1970. */
export function timeOf(versionId: string): number {
  return Date.parse(instantOf(versionId) ?? '')
}

/** The first free name at or after a moment. */
export function freeVersionId(instant: string, taken: ReadonlySet<string>): string {
  let time = Date.parse(instant)
  let versionId = versionIdAt(instant)
  while (taken.has(versionId)) versionId = versionIdAt(new Date(++time).toISOString())
  return versionId
}
