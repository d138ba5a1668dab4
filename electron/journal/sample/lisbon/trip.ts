import { newReport } from '../../../shared/report/new-report.ts'
import type { TripDetails } from '../../../shared/trip.ts'
import { prose } from '../prose.ts'
import type { SampleTrip } from '../sample-trip.ts'
import { arrival } from './arrival.ts'
import { day1 } from './monday.ts'
import { pictures } from './pictures.ts'
import { lisbonPlan, lisbonProgramme, withProgramme } from './programme.ts'
import { day2 } from './tuesday.ts'
import { day3, homeward } from './wednesday.ts'
import { lisbonZone, write } from './write.ts'

const details: TripDetails = {
  title: 'Tidewater 2026',
  venue: 'Armazém do Cais',
  city: 'Lisbon',
  country: 'Portugal',
  firstDay: '2026-05-18',
  lastDay: '2026-05-20',
  timeZone: lisbonZone,
  language: 'en',
  authors: ['Nora Lindqvist'],
  tags: ['tidewater', 'archives', 'maintenance'],
}

const asHeard = { include: true, heading: null, excerpt: null, talk: null }

const entries = withProgramme([...arrival, ...day1, ...day2, ...day3, ...homeward])

/** Arranged by day; the days of travel before and after have their own headings. */
export const lisbon: SampleTrip = {
  name: 'lisbon',
  details,
  entries,
  programme: lisbonProgramme(entries),
  plan: lisbonPlan(entries),
  pictures,
  report: {
    ...newReport(details),
    title: 'Software & Salt: Three Days at Tidewater 2026',
    publishedOn: '2026-05-24',
    published: true,
    lead: prose`
      [Tidewater](https://tidewater.example/2026) is a small conference about software that is meant to last. Its third edition took place in Lisbon on 18–20 May 2026, in a salt warehouse by the river, with three hundred people, two rooms and one very long lunch table. I went to give a tutorial, and came home with a soldering scar and a list.
    `,
    dayHeadings: {
      style: 'ordinal',
      own: { '2026-05-17': 'Getting There', '2026-05-21': 'Homeward' },
    },
    // The name is misspelt, so that the check has something to find.
    closing: {
      heading: 'Last Remarks',
      text: prose`
        Thank you to Beatrix Fontão and everybody in a yellow scarf, to Ilse for the memory sticks, and to the sardine man, whose name I never learned.

        Tidewater 2027 will be in Bergen, Norway, from 10 to 12 May. Bring a raincoat, and something broken.
      `,
    },
    talks: 'heading',
    entries: {
      [write.id('opening')]: { ...asHeard, heading: 'Please Move Your Chairs', talk: 'none' },
      [write.id('undo')]: { ...asHeard, heading: 'Undo Is a Promise', talk: 'sentence' },
      [write.id('three-disasters')]: { ...asHeard, heading: 'My Tutorial: Files First', talk: 'none' },
      [write.id('stickers')]: {
        ...asHeard,
        excerpt: 'The hallway track has a currency and the currency is stickers. I did wisely. I have a whale.',
      },
      [write.id('ilse')]: { ...asHeard, heading: 'A Margin for Whales' },
      [write.id('rui')]: { ...asHeard, heading: 'The Man at the Sound Desk' },
      [write.id('repair-table')]: { ...asHeard, heading: 'The Repair Table', talk: 'none' },
      [write.id('homeward')]: { ...asHeard, heading: '' },
    },
  },
}
