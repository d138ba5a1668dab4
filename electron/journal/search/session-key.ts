/** Identifies a session among those of all trips: two trips can have the same programme. */
export function sessionKey(tripId: string, sessionId: string): string {
  return `${tripId} ${sessionId}`
}
