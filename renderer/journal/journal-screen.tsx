/** The journal of the open trip (`useTrip`); fills the frame of the trip. */
export function JournalScreen() {
  return null
}
