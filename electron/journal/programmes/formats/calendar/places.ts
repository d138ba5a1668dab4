/** The rooms of places, and what they have in common. */
export interface Places {
  readonly venue: string
  roomOf(location: string): string
}

/**
 * Calendars have one field for room and venue: "Room, Venue, Address" or "Room (Venue)". What follows the first part in
 * all places is the venue.
 */
export function placesOf(locations: readonly string[]): Places {
  const places = [...new Set(locations.filter((location) => location !== ''))]
  const [, inBrackets = ''] = /\s\(([^()]+)\)$/.exec(places[0] ?? '') ?? []
  const ending = ` (${inBrackets})`
  if (inBrackets !== '' && places.length > 1 && places.every((place) => place.endsWith(ending))) {
    return { venue: inBrackets, roomOf: (location) => location.slice(0, -ending.length) }
  }
  const [first = [], ...others] = places.map((place) => place.split(/,\s*/))
  let shared = 0
  while (shared < first.length - 1 && others.every((parts) => isShared(first, parts, shared))) shared++
  if (others.length === 0 || shared === 0) return { venue: '', roomOf: (location) => location }
  return {
    venue: first.slice(first.length - shared).join(', '),
    roomOf: (location) => location.split(/,\s*/).slice(0, -shared).join(', '),
  }
}

function isShared(first: readonly string[], parts: readonly string[], shared: number): boolean {
  return parts.length - 1 > shared && parts[parts.length - 1 - shared] === first[first.length - 1 - shared]
}
