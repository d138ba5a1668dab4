/** What stands between the names of rooms: "Hall A, Hall B", "North / South", "Forum & Terrace". */
const separators = /\s*[,;/|+&]\s*|\s+(?:and|und|et|y|e|en)\s+/giu

/**
 * Finds out which rooms a session takes place in. A name that consists of the names of other rooms stands for all of
 * them; any other name, with a comma in it or not, is one room.
 *
 * @param rooms every name of a room in the programme
 */
export function roomParts(rooms: Iterable<string>): (room: string) => readonly string[] {
  const known = new Set(rooms)
  const found = new Map<string, readonly string[]>()
  const partsOf = (room: string): readonly string[] => {
    const parts = [...new Set(room.split(separators))]
    return parts.length > 1 && parts.every((part) => part !== '' && known.has(part)) ? parts : [room]
  }
  return (room) => {
    const parts = found.get(room) ?? partsOf(room)
    found.set(room, parts)
    return parts
  }
}
