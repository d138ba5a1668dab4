import type { Entry } from '../../../shared/trip.ts'
import { prose } from '../prose.ts'
import { tram } from './pictures.ts'
import { write } from './write.ts'

const tuesday = '2026-05-19'

export const day2: Entry[] = [
  write.talk('maps', tuesday, '09:30', {
    title: 'Maps without a Mouse',
    speakers: [{ name: 'Yusuf Demirel', role: '', affiliation: 'Wayfare' }],
    room: 'Salt Hall',
    end: '10:10',
    tags: ['accessibility'],
    links: [{ label: 'OpenStreetMap', url: 'https://www.openstreetmap.org' }],
    text: prose`
      Yusuf put up a map of the neighbourhood and asked where the nearest pharmacy was. We all pointed. Then he turned the projector off and asked again.

      What came out of the speakers was a map told as a walk: *forward is uphill; on your left, in twelve steps, bread; in thirty, a pharmacy, open*. It is drawn from the same data, by the arrow keys. His rule is to ask what somebody would say on the phone, and to make that the first version, the one that the picture illustrates. “We keep adding a description to the map. The description **is** the map.”

      My favourite detail: on the keyboard, *down* always means downhill.
    `,
  }),
  write.talk('maintainers', tuesday, '10:45', {
    title: 'Who Maintains the Maintainers?',
    speakers: [
      { name: 'Oluwaseun Bright', role: 'moderator', affiliation: '' },
      { name: 'Carla Mendonça', role: '', affiliation: 'libtide' },
      { name: 'Jonas Petrauskas', role: '', affiliation: 'Paperboat' },
      { name: 'Ruth Abelló', role: '', affiliation: 'the Commons Fund' },
    ],
    room: 'Salt Hall',
    session: 'panel',
    end: '11:45',
    highlight: true,
    tags: ['community'],
    text: prose`
      A panel that I would have skipped, if it had not been the only thing on. I am glad that it was the only thing on.

      - **Carla** has looked after a compression library for nineteen years. It is in your phone. She has met, by her count, six people who know that.
      - **Jonas** inherited a word processor from a stranger by answering one e-mail too politely.
      - **Ruth** gives money to both of them, and says that the money is the easy half.

      Oluwaseun asked each of them what they would put into the box for whoever comes next. Carla: “The list of things that I decided *not* to do, with dates.” Jonas: “The names of the eleven people who will help if you ask them by name.” Ruth thought about it and said: “Permission to stop.”

      Nobody clapped for a moment, and then everybody did.
    `,
  }),
  write.note('stickers', tuesday, '12:30', {
    title: 'The Sticker Exchange',
    tags: ['hallway'],
    text: prose`
      The hallway track has a currency and the currency is stickers. The rate at noon on the second day:

      | You give | You get |
      | :-- | --: |
      | one logo, ordinary | one logo, ordinary |
      | one logo, of a project that has been shut down | 3 |
      | a hand-drawn whale | 5, and a conversation |

      I did ~~badly~~ wisely. I have a whale.
    `,
  }),
  write.encounter('theo', tuesday, '13:15', {
    who: 'Theo Marchetti',
    role: 'technical writer',
    context: 'in the queue for coffee',
    tags: ['people'],
    text: prose`
      The queue for coffee was long enough for a friendship. Theo writes manuals for a company with eleven words for *customer*, and collects the words that other companies have. I gave him three. He is giving a talk about it in Toronto in September, and says that the bar in the title is real.
    `,
  }),
  write.talk('slow-build', tuesday, '14:00', {
    title: 'In Praise of the Slow Build',
    speakers: [{ name: 'Tomasz Wierzbicki', role: '', affiliation: 'Gdynia Clockworks' }],
    room: 'Rope Loft',
    end: '14:40',
    tags: ['tools'],
    links: [{ label: 'the essay', url: 'https://clockworks.example/slow-build' }],
    text: prose`
      The title is bait, and he knows it. Tomasz writes software for tower clocks: four customers, each of which is a town. His build takes as long as yours; it is the *releases* that are slow. One a year, on the first Sunday of March, delivered by train.

      Everything that follows from that is delightful. There is no update mechanism, because there is a ladder. The change log is read aloud to the verger. And since each release has to be carried up two hundred and six steps, there is, he says, “a natural limit to scope”.

      He did not tell us to do the same. He asked which of our own releases we would be willing to carry up the stairs.
    `,
  }),
  write.talk('lightning', tuesday, '16:00', {
    title: 'Lightning Talks',
    speakers: [],
    room: 'Salt Hall',
    session: 'lightning',
    end: '17:00',
    text: prose`
      Nine talks of five minutes, timed with an actual ship's bell. Three that I will still know next year:

      - Tide tables as code: a harbour master tests her predictions against the harbour. When a test fails, “it is usually the harbour”.
      - The smallest backup: one person, one brother, two printers, and the post. They have lost nothing since 1998.
      - Forty ways to write a date: performed, not read, with a hat for every country. The audience supplied the forty-first.

      The bell rang in the middle of a sentence once. The speaker bowed to it.
    `,
  }),
  write.note('to-look-up', tuesday, '17:20', {
    title: '',
    private: true,
    text: prose`
      Who was the harbour master? [tide tables as code]()

      - [ ] Ask Carla for her list of what she decided not to do
    `,
  }),
  write.note('tram', tuesday, '18:30', {
    title: 'The Tram, Twice',
    tags: ['city'],
    text: prose`
      You are supposed to take the old tram once, for the view. I took it twice, because the first time I was facing a very tall man from the networking team.

      ![A yellow tram climbing a steep cobbled street between pastel houses](photo:${tram.id} "Number 28½. The driver says the half is for the hill.")

      The second time I stood at the back by the open window, with laundry going past at eye level. It takes the corners the way a good maintainer takes an issue: slowly, ringing a bell, making quite sure that everybody has moved their toes.
    `,
  }),
  write.note('budget', tuesday, '22:40', {
    title: 'For the budget talk with Hanne',
    private: true,
    text: prose`
      Not for the blog. Flights 214, guest house 3 × 78, dinners so far 61 (the sardine man undercharged us and I let him).

      If Hanne asks whether it was worth sending me: yes, and next year send Olek as well. Ask before the autumn plan is closed. Do **not** mention the whale.
    `,
  }),
]
