import type { Entry } from '../../../shared/trip.ts'
import { prose } from '../prose.ts'
import { write } from './write.ts'
import { river } from './pictures.ts'

const sunday = '2026-05-17'

export const arrival: Entry[] = [
  write.note('over-the-river', sunday, '15:40', {
    title: 'Over the River',
    tags: ['arrival'],
    text: prose`
      The plane came in low over the Tejo and the whole cabin leaned left, as if we could help. From the airport it is one metro line and a change, or, if you follow the advice on the conference page, *"one metro line, a change, a hill, and the sudden realisation that you packed too many books"*. All four were accurate.

      I dropped the books at the guest house and walked down to the water to see the venue before it filled with people. The Armazém do Cais is an old salt warehouse with a door wide enough for a lorry and a brass plate that says, in Portuguese, PLEASE DO NOT LEAN ON THE HISTORY.

      ![A red suspension bridge at dusk, a white ferry crossing the river below it](photo:${river.id} "The ten-past-eight ferry, seen from the warehouse steps.")

      Badge collected, name spelled right, lanyard the colour of the river. I think I am going to like it here.
    `,
  }),
  write.note('sardines', sunday, '20:15', {
    title: 'Sardines Are Not a Plan',
    tags: ['food'],
    text: prose`
      Five of us from the early check-in queue set out to find dinner with the words “how hard can it be”. It was hard. We were turned away by three restaurants, adopted by a fourth, and fed sardines by a man who refused to show us a menu on the grounds that we would only choose wrongly.

      He was right. Things I now know:

      - You eat the bread *under* the sardine last. It has been collecting.
      - Nobody wants your opinion on the bones.
      - If you say “we are here for a conference about software that lasts”, the table next to you will laugh for longer than is polite, and then send over cake.
    `,
  }),
]
