/** Where this window keeps which report of each trip was shown last. */
const KEY = 'viewed-reports'
const MAX_TRIPS = 200

function readKept(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** The id of the report of a trip that was shown last; that of its first report is the trip's own. */
export function viewedReport(tripId: string): string {
  const kept = readKept()[tripId]
  return typeof kept === 'string' ? kept : tripId
}

export function keepViewedReport(tripId: string, reportId: string): void {
  const others = Object.entries(readKept()).filter(([id]) => id !== tripId)
  const kept = reportId === tripId ? others : [...others, [tripId, reportId]]
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept.slice(-MAX_TRIPS))))
  } catch {
    // A browser that keeps nothing shows the first report next time.
  }
}
