import { useTrip } from '../state/open-trip.ts'

/** The ids of the selected entries: those of the group, or the open one, or none. */
export function selectedEntries(): readonly string[] {
  const { group, entryId } = useTrip.getState()
  if (group.length > 0) return group
  return entryId === null ? [] : [entryId]
}
