import type { Entry } from '../../../shared/trip.ts'
import { prose } from '../prose.ts'
import { loadingDock } from './pictures.ts'
import { write } from './write.ts'

const monday = '2026-05-18'

export const day1: Entry[] = [
  write.talk('opening', monday, '09:30', {
    title: 'Good Morning, and Please Move Your Chairs',
    speakers: [{ name: 'Beatriz Fontão', role: 'chair', affiliation: 'Tidewater' }],
    room: 'Salt Hall',
    session: 'opening',
    end: '09:50',
    text: prose`
      Beatriz Fontão opened the conference by asking all three hundred of us to stand up, turn our chairs round, and face the river. “That,” she said, “is the oldest system in this city, and it has had no rewrites. We will spend three days asking what it knows.”

      Then the house rules, which I copied because I want them on a wall:

      1. Ask what it is for before you ask what it is written in.
      2. “It depends” must be followed by *on what*.
      3. The quiet room is quiet.
      4. Nobody has to be impressive before eleven.
    `,
  }),
  write.talk('hundred-year-file', monday, '10:00', {
    title: 'The Hundred-Year File',
    speakers: [{ name: 'Amara Okonjo-Reyes', role: 'digital archivist', affiliation: 'the Atlantic Memory Project' }],
    room: 'Salt Hall',
    session: 'keynote',
    end: '10:50',
    highlight: true,
    tags: ['archives', 'formats'],
    links: [{ label: 'slides', url: 'https://tidewater.example/2026/hundred-year-file' }],
    text: prose`
      She keeps other people's files alive for a living. She began with a floppy disk in a sandwich bag – “this is a novel, and also, at the moment, a coaster” – and worked forwards to the question that carried the whole hour: what does a file owe to somebody who was not born when it was saved?

      Her answer fits on a postcard:

      - **Legible:** a person with a text editor and some patience can see what it says.
      - **Whole:** what belongs together lies together. A folder is a kind of sentence.
      - **Honest:** it says what it is, in its first lines, in plain words.
      - **Boring:** “Every clever format I have met was somebody's last clever format.”

      The line that made the room go quiet came near the end, about the families who bring her old laptops:

      > Nobody has ever asked me for the database. They ask for the letters. And I have to tell them that the letters were rows, and that the rows knew what they meant only as long as the program did.

      I wrote “the rows knew what they meant” on my hand, because I had left my notebook in the other bag.[^bag]

      [^bag]: The bag with the books in it.
    `,
  }),
  write.talk('undo', monday, '11:15', {
    title: 'Undo Is a Promise: Lessons from Fourteen Years of a Drawing Program',
    shortTitle: 'Undo Is a Promise',
    speakers: [
      { name: 'Henrik Sølvberg', role: '', affiliation: 'Fjordlight' },
      { name: 'Mei Tanaka', role: '', affiliation: 'Fjordlight' },
    ],
    room: 'Rope Loft',
    end: '11:55',
    tags: ['editors'],
    links: [
      { label: 'slides', url: 'https://tidewater.example/2026/undo' },
      { label: 'CodeMirror', url: 'https://codemirror.net' },
    ],
    text: prose`
      Henrik and Mei maintain a program for drawing knitting patterns, which has four thousand users, every one of whom has their address. Their talk was about the afternoon on which undo stopped working across a crash, and the letters that followed.

      What they do now is almost embarrassingly small. A change is a value, it knows its own opposite, and nothing is called *saved* until the disk has said so:

      ~~~ts
      interface Change {
        apply(pattern: Pattern): Pattern
        /** Gives back exactly what was there before, stitch for stitch. */
        opposite: Change
      }

      async function commit(change: Change) {
        journal.append(change)
        await journal.sync() // not before this line
        status.say('Saved')
      }
      ~~~

      Mei's comment on the comment: “*Not before this line* is the whole talk. You can go for coffee now.” Nobody went. I liked how they shared it, too: she tells the story, he does the arrows, and they swap without any visible signal.
    `,
  }),
  write.note('loading-dock', monday, '12:45', {
    title: 'Lunch on the Loading Dock',
    tags: ['food', 'hallway'],
    text: prose`
      Lunch is served off the loading dock on one very long table, and there is a sign that says it counts as a session. It does. To my left somebody was explaining tide tables to somebody who makes parking meters, and by the pudding they had found out that they have the same bug.

      ![A long wooden table with plates and cups in front of a warehouse wall](photo:${loadingDock.id} "Track four: custard tarts.")

      The vegetarian option was the option. Meat had to be asked for. I have never seen that done so casually, and I have never seen so few people ask.
    `,
  }),
  write.talk('three-disasters', monday, '14:00', {
    title: 'Files First: A Tutorial in Three Disasters',
    shortTitle: 'Files First',
    speakers: [{ name: 'Nora Lindqvist', role: '', affiliation: '' }],
    room: 'Rope Loft',
    session: 'tutorial',
    end: '16:30',
    own: true,
    tags: ['local-first'],
    links: [
      { label: 'slides', url: 'https://nora.example/talks/files-first' },
      { label: 'exercises', url: 'https://nora.example/talks/files-first/exercises' },
    ],
    text: prose`
      My turn. Forty people, eleven of whom had brought a laptop that they were willing to lose data on, which is the correct number. We wrote the same note-taking program three times and then did something unkind to each:

      | Disaster | What we did | What was left | What fixed it |
      | :-- | :-- | :-- | :-- |
      | The impatient lid | closed the laptop in mid-save | half a file | write beside, then rename |
      | The helpful cable | pulled out the stick | an old file, a proud “Saved” | wait for the disk's own word |
      | The second window | edited in two places | whichever blinked last | one writer, one queue |

      The second disaster got an actual gasp. There is something about a green tick beside a missing paragraph that no diagram can do.

      To do before I give it again:

      - [x] Publish the exercises
      - [x] Thank Ilse for the loan of eleven memory sticks
      - [ ] Cut the history of journaling file systems to *one* slide
      - [ ] Bring more sticks
    `,
  }),
  write.encounter('ilse', monday, '17:10', {
    who: 'Ilse van der Meer',
    role: 'conservator at a maritime archive',
    context: 'returning memory sticks after the tutorial',
    tags: ['people'],
    text: prose`
      Ilse looks after ships' logs: the paper kind, and lately the other kind. She lent me the sticks for the tutorial and came to see what I had done to them.

      We ended up on the quay wall with two coffees, talking about margins. In a paper log the interesting things are in the margin: weather that did not fit the column, a drawing of a whale, “cook ill again”. “Your programs have no margin,” she said. “There's a field for everything, and no room for anything.” I have been thinking about it ever since.
    `,
  }),
  write.note('looking-back', monday, '22:15', {
    title: 'Looking back',
    private: true,
    text: prose`
      **The best:** Forty gasps at one green tick.

      **A surprise:** How many people still own a floppy drive. I left that talk early, and heard the applause from the stairs.

      **For tomorrow:** Find out who draws the whales.
    `,
  }),
]
