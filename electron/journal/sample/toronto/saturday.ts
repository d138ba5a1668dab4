import type { Entry } from '../../../shared/trip.ts'
import { prose } from '../prose.ts'
import { missingPages } from './pictures.ts'
import { write } from './write.ts'

const saturday = '2026-09-26'

export const saturdayEntries: Entry[] = [
  write.talk('who-edits', saturday, '09:30', {
    title: 'Who Gets to Edit?',
    speakers: [
      { name: 'Dr. Imani Wexler', role: 'moderator', affiliation: '' },
      { name: 'Bastien Roy', role: '', affiliation: 'the Open Atlas' },
      { name: 'Hye-jin Park', role: '', affiliation: 'Quietly' },
      { name: 'Samir Haddad-Lowe', role: '', affiliation: 'Northern Libraries' },
    ],
    room: 'Great Room',
    session: 'panel',
    end: '10:30',
    tags: ['community'],
    links: [{ label: 'Write the Docs', url: 'https://www.writethedocs.org' }],
    text: prose`
      Four people who run places where anybody can edit, and one question: when did you last say no, and how?

      - **Bastien** told of an island that two villages spell differently. The atlas now has both, and a footnote of nine hundred words that is, he says, “load-bearing”.
      - **Hye-jin** answers every refused edit by hand. It takes her an hour a day. Half of the people come back with a better one.
      - **Samir** runs a catalogue that children may correct. “They are right about the dinosaurs. They are always right about the dinosaurs.”

      Where they agreed: what keeps people is an answer, any answer, within a day.
    `,
  }),
  write.note('missing-pages', saturday, '11:00', {
    title: 'The Wall of Missing Pages',
    tags: ['hallway'],
    text: prose`
      In the hallway there was a cork board with one instruction: *write the title of the page that you looked for and did not find*. By Saturday there was no cork to be seen.

      ![A cork board covered with notes such as “how to uninstall”, “why we left” and “known ghosts”](photo:${missingPages.id} "The wall on Saturday morning. There was always room for one more.")

      People stood in front of it as one stands in front of a war memorial, and then, more and more, with a pen. Somebody had begun to write the pages. *Known ghosts* has two paragraphs already, and they are good.

      Ours to write when we are home:

      - [ ] How to leave (and take everything with you)
      - [ ] What we tried before this
      - [x] Who to ask, by name
    `,
  }),
  write.talk('nine-minutes', saturday, '13:30', {
    title: 'Nine Minutes Each, Bell Included',
    speakers: [],
    room: 'Great Room',
    session: 'lightning',
    end: '14:30',
    text: prose`
      Lightning talks at Commonplace are nine minutes long, because five “only teaches people to speak fast”. Our favourites:

      - The comma that cost a bridge: a contract, a clause, two rivers. It was the wrong bridge.
      - Alt text for a blind date: what to say about a picture when the picture is of you.
      - Recipes from the incident channel: eleven post-mortems set as recipes. *Serves: everyone, eventually.*
      - My mother reads the manual: a video. She finds four bugs and rings the manufacturer, who is lovely about it.
    `,
  }),
  write.note('offer', saturday, '15:10', {
    title: 'About the Offer',
    private: true,
    text: prose`
      Keep this one here. Philippa asked whether I would chair the programme next year. Said I would think about it on the train.

      For: everything on that wall. Against: September is already full, and Dev would have to give the spring course alone. Talk to him *before* Sunday dinner, not during.
    `,
  }),
  write.talk('closing', saturday, '16:00', {
    title: 'Leave the Page Better',
    speakers: [{ name: 'Philippa Nakamura-Boyd', role: 'organiser', affiliation: 'Commonplace' }],
    room: 'Great Room',
    session: 'closing',
    end: '16:30',
    text: prose`
      For the closing, Philippa put the first slide back up, *Where the tea is*, and it had been edited. Over three days people had corrected the arrow, added the decaf, the opening times, a translation, a warning about the third step, and, in very small letters at the bottom, a name to ask for.

      She read all of it aloud, including the name, who stood up. It was Gord. Gord makes the tea. He got the longest applause of the conference.
    `,
  }),
  write.note('monday', saturday, '19:30', {
    title: 'What We Will Do on Monday',
    text: prose`
      On the train home we sorted the remaining cards into two piles. The small one:

      1. Rewrite our ten most seen error messages as letters.
      2. Put a name and a month at the bottom of each page that has neither.
      3. Start a compost.
      4. Answer within a day, even if the answer is “in a week”.
      5. Find out who our Gord is, and thank them.
    `,
  }),
]
