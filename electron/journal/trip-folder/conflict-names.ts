/**
 * How programs that keep folders the same on several computers name the version they could not decide about. A name that
 * merely looks like a copy somebody made is not one of these: an old copy is not the other side of anything.
 */
const patterns = [
  // Syncthing: trip.sync-conflict-20260414-101500-ABCDEFG.json
  /^trip\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?\.json$/,
  // Dropbox and Nextcloud: trip (Ada's conflicted copy 2026-04-14).json, trip (conflicted copy 2026-04-14 101500).json
  /^trip \([^()]*conflicted copy[^()]*(\([^()]*\))?\)( \(\d+\))?\.json$/i,
  // ownCloud: trip_conflict-20260414-101500.json
  /^trip_conflict-\d{8}-\d{6}\.json$/,
  // Seafile: trip (SFConflict ada@example.com 2026-04-14-10-15-00).json
  /^trip \(SFConflict [^()]*\)\.json$/,
]

/** Whether a file in a trip's folder is another computer's version of the trip's file. */
export function isConflictCopy(name: string): boolean {
  return patterns.some((pattern) => pattern.test(name))
}
