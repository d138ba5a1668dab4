import type { Entry } from '../../../shared/trip.ts'
import { prose } from '../prose.ts'
import { butterTarts } from './pictures.ts'
import { write } from './write.ts'

const wednesday = '2026-09-23'
const thursday = '2026-09-24'

export const thursdayEntries: Entry[] = [
  write.note('index-cards', wednesday, '18:10', {
    title: 'A Suitcase Full of Index Cards',
    tags: ['arrival'],
    text: prose`
      We took the train from Montréal, five hours along the lake, with two sandwiches and four hundred index cards. The cards were Dev's idea. The man beside us asked if we were magicians. “Technical writers,” said Dev. “Ah,” said the man, kindly, and went back to his crossword.

      Wren Hall used to be a typesetters' union. The lift still has a button marked COMPOSING. It goes to the coffee.
    `,
  }),
  write.talk('welcome', thursday, '09:00', {
    title: 'Welcome, and Where the Tea Is',
    speakers: [{ name: 'Philippa Nakamura-Boyd', role: 'organiser', affiliation: 'Commonplace' }],
    room: 'Great Room',
    session: 'opening',
    end: '09:20',
    text: prose`
      Philippa Nakamura-Boyd welcomed us with a slide that said only *Where the tea is*, with an arrow, and left it up for the whole of her opening. “You'll notice,” she said after ten minutes, “that you all know where the tea is.” Then, for the second and last time, she clicked: *That was a documentation talk.*
    `,
  }),
  write.talk('reader-is-tired', thursday, '09:30', {
    title: 'The Reader Is Tired',
    speakers: [{ name: 'Odalys Ferrer', role: 'author of “Plain, Warm, Short”', affiliation: '' }],
    room: 'Great Room',
    session: 'keynote',
    end: '10:20',
    highlight: true,
    tags: ['writing'],
    links: [{ label: 'reading list', url: 'https://commonplace.example/2026/reader-is-tired' }],
    text: prose`
      She has written instructions for dialysis machines, and started from there. Nobody has ever read her work rested. “Your reader is standing up. Your reader has the thing in one hand. Your reader has been told that this would be easy.”

      She has three rules, which she gave in the order in which she learned them:

      - Plain: use the word that they would use to complain about it.
      - Warm: not jolly. “Warm is when the page knows why you came.”
      - Short: and if it cannot be short, then let it at least be possible to stop early.

      Then she read a paragraph aloud, twice, once as it had been and once as it is now, and asked what had changed. We talked about rhythm, we talked about verbs. It was the same paragraph. She had sat down.

      > We keep asking what the text does to the reader. Ask what the morning did to the reader first.
    `,
  }),
  write.talk('letters', thursday, '11:00', {
    title: 'Error Messages Are Letters from Somebody Who Was There',
    shortTitle: 'Error Messages Are Letters',
    speakers: [{ name: 'Kwabena Asante-Hill', role: '', affiliation: 'Lantern Rail' }],
    room: 'Composing Room',
    end: '11:40',
    tags: ['writing', 'errors'],
    links: [
      { label: 'slides', url: 'https://commonplace.example/2026/letters' },
      { label: 'the checklist', url: 'https://lantern.example/error-checklist' },
    ],
    text: prose`
      At the moment of an error, Kwabena says, there is exactly one witness: the code. Everybody else arrives later. So the message is a letter from the only one who was there, and we make it say “Something went wrong”.

      He rewrote one live, with the room shouting. We started from the usual:

      ~~~text
      Error: ENOSPC (-28)
      ~~~

      and, forty minutes and one argument about commas later, had:

      ~~~text
      The disk is full, so today's timetable was not saved. Yesterday's is still
      there. Free about 20 MB, then choose “Try again”: nothing needs to be typed twice.
      ~~~

      What happened, what is safe, what to do. He made us say it three times, like a fire drill.
    `,
  }),
  write.note('butter-tarts', thursday, '12:30', {
    title: 'Butter Tarts, Ranked',
    tags: ['food'],
    text: prose`
      There is a national disagreement about whether a butter tart may contain raisins, and we had four days. In the spirit of the conference we wrote everything down.

      | Bakery | Runny? | Raisins | Verdict |
      | :-- | :-: | :-: | --: |
      | Queen Street, the blue door | yes | yes | 9.5 |
      | The market, upstairs | a little | no | 9 |
      | Wren Hall, table by the lift | no | three | 8, for courage |
      | The station | *structurally* | no | 4 |

      ![Five butter tarts on plates, three of them with little numbered flags](photo:${butterTarts.id} "Exhibit A.")

      Dev would like it recorded that he voted against raisins. It is recorded.
    `,
  }),
  write.talk('garden', thursday, '14:00', {
    title: 'Docs as a Garden, Not a Museum',
    speakers: [
      { name: 'Linnea Byström', role: '', affiliation: 'Allotment' },
      { name: 'Paolo Berardi', role: '', affiliation: 'Allotment' },
    ],
    room: 'Great Room',
    end: '14:40',
    tags: ['maintenance'],
    links: [{ label: 'Diátaxis', url: 'https://diataxis.fr' }],
    text: prose`
      Linnea prunes and Paolo plants, and they have been married for long enough to do a talk in half-sentences. Their site had 2,300 pages. It now has 410, and the number of questions in the forum *fell*.

      How they chose: no page was deleted because it was old. A page was deleted if nobody could say who would miss it. Each of the others has a name at the bottom and a month in which that person walks past with the shears.

      “And the compost?” somebody asked. There is a compost. It is a folder named \`compost\`; everything cut goes there, and it is searched more often than you would think.
    `,
  }),
  write.encounter('marguerite', thursday, '17:45', {
    who: 'Marguerite Osei',
    role: 'court stenographer, retired',
    context: 'in the queue for the coat check',
    tags: ['people'],
    text: prose`
      The best note-taker at the conference was not on the programme. Marguerite took down trials for thirty-one years and came “because the word *commonplace* means a book one keeps”.

      I asked what she listens for. She said: “For the moment when somebody stops quoting and starts saying. The hands know it before I do.” She looked at my notes, politely, for quite a while, and then showed me how she marks a silence: a small open circle. I have used it ever since.
    `,
  }),
]
