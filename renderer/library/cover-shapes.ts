/** A hill of a cover: an SVG path in the cover's box, and its depth, where 0 is the farthest. */
export interface Hill {
  path: string
  depth: number
}

export interface CoverShapes {
  /** The hue of the whole cover, in degrees. */
  hue: number
  sun: { x: number; y: number; radius: number }
  hills: Hill[]
}

export const COVER_WIDTH = 320
export const COVER_HEIGHT = 64

/** A hash of a text (FNV-1a, 32 bits). */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return value >>> 0
}

/** A pseudo-random generator of numbers from 0 to 1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const round = (value: number) => Math.round(value * 10) / 10

/** A gently waving line from edge to edge, closed along the bottom. */
function hill(next: () => number, base: number, swing: number): string {
  const steps = 4
  const width = COVER_WIDTH / steps
  const points = Array.from({ length: steps + 1 }, (_, index) => ({
    x: index * width,
    y: base + (next() - 0.5) * 2 * swing,
  }))
  const curves = points.slice(1).map((point, index) => {
    const before = points[index] ?? point
    const middle = before.x + width / 2
    return `C${round(middle)} ${round(before.y)} ${round(middle)} ${round(point.y)} ${round(point.x)} ${round(point.y)}`
  })
  return `M0 ${round(points[0]?.y ?? base)} ${curves.join(' ')} L${COVER_WIDTH} ${COVER_HEIGHT} L0 ${COVER_HEIGHT} Z`
}

/** A quiet landscape for a trip's title. The same title gives the same landscape on every computer. */
export function coverShapes(title: string): CoverShapes {
  const next = numbersFrom(hash(title.trim().toLocaleLowerCase('en')))
  return {
    hue: Math.round(next() * 360),
    sun: { x: round(48 + next() * 224), y: round(14 + next() * 18), radius: round(6 + next() * 6) },
    hills: [0, 1, 2].map((depth) => ({ depth, path: hill(next, 34 + depth * 10, 9 - depth * 1.5) })),
  }
}
