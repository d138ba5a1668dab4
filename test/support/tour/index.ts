import { endStops } from './end-stops.ts'
import { journalStops } from './journal-stops.ts'
import { libraryStops } from './library-stops.ts'
import { programmeStops } from './programme-stops.ts'
import { reportStops } from './report-stops.ts'
import type { PartOfTour, Stop } from './stop.ts'
import { venueMoment, venueStops } from './venue-stops.ts'

export type { Stop } from './stop.ts'
export { troubledTour } from './troubled-tour.ts'

const homeStops: PartOfTour = (written) =>
  [libraryStops, journalStops, reportStops, programmeStops, endStops].flatMap((part) => part(written))

/** A way through the window, and how the program is started for it. */
export interface Tour {
  name: string
  /** Lanyard's own flags, apart from the one that chooses the library. */
  args: readonly string[]
  stops: readonly Stop[]
}

/**
 * Every screen and dialog in turn, through the sample library.
 *
 * @param written how the words of the sample are written in this library
 */
export const toursOf = (written: (text: string) => string): readonly Tour[] => [
  { name: 'at home', args: [], stops: homeStops(written) },
  { name: 'at the venue', args: ['--now', venueMoment], stops: venueStops(written) },
]

/** The same through the unchanged sample. */
export const tours = toursOf((text) => text)
