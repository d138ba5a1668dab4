import type { Entry } from '../../../shared/trip.ts'
import { prose } from '../prose.ts'
import { tiles } from './pictures.ts'
import { write } from './write.ts'

const wednesday = '2026-05-20'
const thursday = '2026-05-21'

export const day3: Entry[] = [
  write.talk('against-dashboards', wednesday, '09:30', {
    title: 'Against the Dashboard',
    speakers: [{ name: 'Prof. Leonor Quintela', role: 'author of “Counting Is Not Seeing”', affiliation: '' }],
    room: 'Salt Hall',
    session: 'keynote',
    end: '10:20',
    tags: ['measurement'],
    links: [{ label: 'transcript', url: 'https://tidewater.example/2026/against-the-dashboard' }],
    text: prose`
      Quintela studies what people look at instead of the thing. She had watched a ferry company for a year: the bridge had eleven screens, and the captain had a window. On foggy days they looked at the screens. On clear days they looked at the screens too.

      > A number that is always in sight becomes the weather. You dress for it, you complain about it, and it does not occur to you to ask who made it.

      I expected to disagree, and came out with three pages of notes. The useful part is her test for any chart: *what would you do differently tomorrow if it were upside down?* If the answer is nothing, it is decoration, “which is fine, but then choose the colours properly”.
    `,
  }),
  write.talk('repair-table', wednesday, '11:00', {
    title: 'The Repair Table',
    speakers: [{ name: 'Cais Repair Café', role: '', affiliation: '' }],
    room: 'Foyer',
    session: 'booth',
    tags: ['hallway'],
    text: prose`
      There was one booth with a queue, and it was giving nothing away. Bring a broken thing, take a number, hold the torch.

      I brought the headphones that I have been meaning to throw out since February. A retired telephone engineer called Graça opened them with a butter knife, found a cracked joint, and handed *me* the iron. “You will remember it better.” They work. The joint is ugly. I am absurdly proud of it.
    `,
  }),
  write.note('tiles', wednesday, '13:30', {
    title: 'One Red Tile',
    tags: ['city'],
    highlight: true,
    text: prose`
      In the stairwell of the guest house there is a wall of blue tiles, and in it, third row, one that is red.

      ![A wall of blue and white patterned tiles; a single one is red](photo:${tiles.id} "Third row from the top. You cannot un-see it.")

      I asked. It broke in 1969; the workshop had closed; the owner's grandmother had one red tile left over from a kitchen. It has the right pattern and the wrong colour, and it has been a landmark ever since: guests are told that their room is “two doors after the red one”.

      That is the best compatibility layer I saw all week.
    `,
  }),
  write.note('read-aloud', wednesday, '14:45', {
    title: '',
    private: true,
    tags: ['idea'],
    text: prose`
      A reading group like Ben Adeyemi's, at home: one hour, one file, read aloud. Nobody explains.
    `,
  }),
  write.encounter('rui', wednesday, '15:20', {
    who: 'Rui',
    role: 'sound desk',
    context: 'behind the mixing desk, waiting for a fuse',
    tags: ['people'],
    text: prose`
      Rui has done the sound for eleven conferences this year and listens to all of them. His review of the whole field, unprompted: “You all say *simple* when you are about to be unhappy.”

      He has kept a tally. We are, apparently, an unhappy profession, but an improving one.
    `,
  }),
  write.talk('closing', wednesday, '17:00', {
    title: 'Lights Off',
    speakers: [{ name: 'Beatriz Fontão', role: 'chair', affiliation: 'Tidewater' }],
    room: 'Salt Hall',
    session: 'closing',
    end: '17:30',
    text: prose`
      Beatriz thanked everyone by name, including the man with the ladder. Then she had the lights turned off, one row at a time, until the big door was the only bright thing in the room and there was the river again, in no hurry.

      “Same water?” somebody called from the back.

      “Same *river*,” said Beatriz, which as an answer to a conference about maintenance I do not expect to hear bettered.
    `,
  }),
]

export const homeward: Entry[] = [
  write.note('homeward', thursday, '07:20', {
    title: 'Homeward, Lighter',
    tags: ['departure'],
    text: prose`
      I left four of the books on the shelf in the guest house, under a note that says *take one, the margins are free*. On the metro I went through my notes and put a star beside everything that I could do on an ordinary Monday. There are six. That is five more than usual:

      1. Write down what we decided not to do, with the date.
      2. Take the screens down for a week. See who notices.
      3. Give the log a margin.
      4. Say “saved” later.
      5. Answer one e-mail too politely.
      6. Buy a red tile.
    `,
  }),
]
