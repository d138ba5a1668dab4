import type { Entry } from '../../../shared/trip.ts'
import { prose } from '../prose.ts'
import { boxes, skyline } from './pictures.ts'
import { write } from './write.ts'

const friday = '2026-09-25'

export const fridayEntries: Entry[] = [
  write.talk('boxes', friday, '09:30', {
    title: 'Boxes and Courage: Drawing Systems You Don’t Understand Yet',
    shortTitle: 'Boxes and Courage',
    speakers: [{ name: 'Anneliese Thorne', role: '', affiliation: 'Studio Halfway' }],
    room: 'Composing Room',
    session: 'tutorial',
    end: '12:00',
    tags: ['drawing'],
    links: [{ label: 'handout', url: 'https://halfway.example/boxes' }],
    text: prose`
      Two and a half hours, no laptops, and by the end everybody had drawn the part of their own system that they avoid in meetings. Anneliese hands out three pens and one rule: *draw the box you are afraid of first*, because otherwise you will run out of paper on purpose.

      ![A whiteboard with six boxes joined by arrows; the one in the middle says “???”](photo:${boxes.id} "The diagram that our table was proudest of.")

      What I took home:

      1. An arrow needs a verb. If you cannot find one, it is not an arrow, it is a hope.
      2. Two boxes with the same name are one box, or a meeting.
      3. The question marks are the diagram. The rest is the frame.
    `,
  }),
  write.talk('glossary', friday, '13:30', {
    title: 'A Glossary Walks into a Bar',
    speakers: [{ name: 'Theo Marchetti', role: '', affiliation: 'Tessera' }],
    room: 'Great Room',
    end: '14:10',
    tags: ['words'],
    links: [{ label: 'slides', url: 'https://commonplace.example/2026/glossary' }],
    text: prose`
      Theo's company had eleven words for *customer*. He knows because he had them printed on coasters, and put them on the tables of the bar where the teams meet on Fridays, and watched which ones people picked up.

      It is a very funny talk with a serious centre. Most of the eleven were not synonyms at all: “account” was somebody who pays, “member” somebody who comes back, and “user” was, on inspection, “somebody we have not spoken to”. They kept four. The glossary now has thirty entries and fits on a beer mat, which is where it lives.

      The line of the day, on naming things after teams: “You are asking your reader to learn your org chart. They have one at home.”
    `,
  }),
  write.talk('changelog', friday, '14:30', {
    title: 'The Changelog as Correspondence',
    speakers: [
      { name: 'Nora Lindqvist', role: '', affiliation: '' },
      { name: 'Dev Raman', role: '', affiliation: '' },
    ],
    room: 'Composing Room',
    end: '15:10',
    own: true,
    tags: ['writing'],
    links: [
      { label: 'slides', url: 'https://nora.example/talks/changelog' },
      { label: 'Keep a Changelog', url: 'https://keepachangelog.com' },
    ],
    text: prose`
      This was ours. Sixty people, standing at the back, two of whom had brought a printed changelog to have it signed. (We signed them.)

      The index cards came out here. Everybody wrote one entry for something that they had changed that week, anything at all, and then we dealt them to strangers and asked: *would you know what to do?* The winner, by applause:

      > **Changed:** the spare key is no longer under the flowerpot. If you were relying on this, please ring the bell; we would like to meet you.

      We have been asked for the deck, so here are both kinds: the slides are linked, and the cards are in the hall, in a box, unsorted.
    `,
  }),
  write.note('ferry', friday, '17:20', {
    title: 'The Island Ferry',
    tags: ['city'],
    highlight: true,
    text: prose`
      At half past five we let ourselves be talked into the ferry. It takes a quarter of an hour, it costs about as much as a coffee, and it turns a city that has been *around* you all week into something that you can look at.

      ![A city skyline with a tall thin tower, seen across the water over a ferry’s railing](photo:${skyline.id} "Toronto from the island ferry. The life ring is load-bearing, compositionally.")

      We sat on the grass on the other side and did not discuss documentation for eleven minutes. Then a sign said NO ENTRY EXCEPT, with nothing after it, and that was that.
    `,
  }),
  write.encounter('typewriter', friday, '20:05', {
    who: 'The Man with the Typewriter',
    role: 'poet, by the line',
    context: 'outside the hall, under the awning, in the rain',
    tags: ['people'],
    text: prose`
      He sits under the awning with a portable typewriter and a sign: POEMS, ANY SUBJECT, FIVE MINUTES. Dev asked for one about dependency management. He got, in four minutes and without a correction:

      > You lean on me, I lean on Lou,\\
      > and Lou on somebody in Crewe;\\
      > nobody knows what she leans on.\\
      > We'll know it on the day she's gone.

      Dev has pinned it over his desk. I suspect that it will outlive the desk.
    `,
  }),
]
