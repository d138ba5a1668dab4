import { samplePicture } from '../sample-picture.ts'
import loadingDockPng from './pictures/loading-dock.png?inline'
import riverPng from './pictures/river.png?inline'
import tilesPng from './pictures/tiles.png?inline'
import tramPng from './pictures/tram.png?inline'

export const river = samplePicture(
  'river',
  riverPng,
  'A red suspension bridge at dusk, a white ferry crossing the river below it',
  'The ten-past-eight ferry, seen from the warehouse steps.',
)
export const loadingDock = samplePicture(
  'loading-dock',
  loadingDockPng,
  'A long wooden table with plates and cups in front of a warehouse wall',
  'Track four: custard tarts.',
)
export const tram = samplePicture(
  'tram',
  tramPng,
  'A yellow tram climbing a steep cobbled street between pastel houses',
  'Number 28½. The driver says the half is for the hill.',
)
export const tiles = samplePicture(
  'tiles',
  tilesPng,
  'A wall of blue and white patterned tiles; a single one is red',
  'Third row from the top. You cannot un-see it.',
)

export const pictures = [river, loadingDock, tram, tiles]
