import { newReport } from '../../../shared/report/new-report.ts'
import { emptyPlan } from '../../../shared/programme.ts'
import type { TripDetails } from '../../../shared/trip.ts'
import { prose } from '../prose.ts'
import { sampleId } from '../sample-id.ts'
import type { SampleTrip } from '../sample-trip.ts'
import { fridayEntries } from './friday.ts'
import { pictures } from './pictures.ts'
import { saturdayEntries } from './saturday.ts'
import { thursdayEntries } from './thursday.ts'
import { torontoZone, write } from './write.ts'

const details: TripDetails = {
  title: 'Commonplace 2026',
  venue: 'Wren Hall',
  city: 'Toronto',
  country: 'Canada',
  firstDay: '2026-09-24',
  lastDay: '2026-09-26',
  timeZone: torontoZone,
  language: 'en',
  authors: ['Nora Lindqvist', 'Dev Raman'],
  tags: ['commonplace', 'writing', 'documentation'],
}

const asHeard = { include: true, heading: null, excerpt: null, talk: null }

function section(heading: string, ...names: string[]) {
  return { id: sampleId(`toronto/section/${heading}`), heading, entryIds: names.map((name) => write.id(name)) }
}

/** Arranged by theme, in numbered sections that cut across the days. */
export const toronto: SampleTrip = {
  name: 'toronto',
  details,
  entries: [...thursdayEntries, ...fridayEntries, ...saturdayEntries],
  pictures,
  programme: null,
  plan: emptyPlan,
  report: {
    ...newReport(details),
    title: 'Where the Tea Is: Our Notes from Commonplace 2026',
    publishedOn: '2026-10-02',
    lead: prose`
      *By writers, for the tired.* Commonplace is a conference about writing things down: manuals, maps, change logs, apologies. We spent 24–26 September 2026 at Wren Hall in Toronto, gave a talk, filled four hundred index cards, and ate more butter tarts than we can defend.

      What follows is not in the order in which it happened. It is in the order in which we keep telling it.
    `,
    closing: {
      heading: 'Leave the Page Better',
      text: prose`
        Thank you to Philippa Nakamura-Boyd and her team, to everybody who dealt a card, to the man under the awning, and to Gord.

        Commonplace 2027 will be back at Wren Hall on 23–25 September. If you go, take the lift to COMPOSING.
      `,
    },
    arrangement: 'theme',
    sections: [
      section('Getting There', 'index-cards', 'welcome'),
      section('The Reader & the Letter', 'reader-is-tired', 'letters', 'changelog'),
      section('Gardens, Glossaries / Boxes', 'garden', 'glossary', 'boxes'),
      section('Who Gets to Write', 'who-edits', 'missing-pages', 'nine-minutes'),
      section('People We Met', 'marguerite', 'typewriter'),
      section('The City, Mostly Its Tarts', 'butter-tarts', 'ferry'),
      section('On the Way Home', 'closing', 'monday'),
    ],
    numberedSections: true,
    talks: 'sentence',
    entries: {
      [write.id('index-cards')]: { ...asHeard, heading: '' },
      [write.id('welcome')]: { ...asHeard, talk: 'none', heading: '' },
      [write.id('reader-is-tired')]: { ...asHeard, heading: 'The Reader Is Tired' },
      [write.id('letters')]: { ...asHeard, heading: 'Error Messages Are Letters' },
      [write.id('changelog')]: { ...asHeard, heading: 'Our Own: The Changelog as Correspondence', talk: 'none' },
      [write.id('boxes')]: { ...asHeard, heading: 'Boxes and Courage' },
      [write.id('nine-minutes')]: { ...asHeard, heading: 'Nine Minutes Each', talk: 'none' },
      [write.id('closing')]: { ...asHeard, heading: '', talk: 'none' },
    },
  },
}
