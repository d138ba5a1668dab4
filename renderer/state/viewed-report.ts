/** The name under which this window keeps which report of a trip was shown last. It goes when that is the first one. */
const keyOf = (tripId: string) => `report ${tripId}`

/** The id of the report of a trip that was shown last; that of its first report is the trip's own. */
export function viewedReport(tripId: string): string {
  try {
    return localStorage.getItem(keyOf(tripId)) ?? tripId
  } catch {
    return tripId
  }
}

export function keepViewedReport(tripId: string, reportId: string): void {
  try {
    if (reportId === tripId) localStorage.removeItem(keyOf(tripId))
    else localStorage.setItem(keyOf(tripId), reportId)
  } catch {
    // A browser that keeps nothing shows the first report next time.
  }
}
