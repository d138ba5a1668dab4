import { samplePicture } from '../sample-picture.ts'
import boxesPng from './pictures/boxes.png?inline'
import butterTartsPng from './pictures/butter-tarts.png?inline'
import missingPagesPng from './pictures/missing-pages.png?inline'
import skylinePng from './pictures/skyline.png?inline'

export const skyline = samplePicture(
  'skyline',
  skylinePng,
  'A city skyline with a tall thin tower, seen across the water over a ferry’s railing',
  'Toronto from the island ferry. The life ring is load-bearing, compositionally.',
)
export const boxes = samplePicture(
  'boxes',
  boxesPng,
  'A whiteboard with six boxes joined by arrows; the one in the middle says “???”',
  'The diagram that our table was proudest of.',
)
export const missingPages = samplePicture(
  'missing-pages',
  missingPagesPng,
  'A cork board covered with notes such as “how to uninstall”, “why we left” and “known ghosts”',
  'The wall on Saturday morning. There was always room for one more.',
)
export const butterTarts = samplePicture(
  'butter-tarts',
  butterTartsPng,
  'Five butter tarts on plates, three of them with little numbered flags',
  'Exhibit A.',
)

export const pictures = [skyline, boxes, missingPages, butterTarts]
