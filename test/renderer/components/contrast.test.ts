import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Colour = [red: number, green: number, blue: number]
type Theme = 'light' | 'dark' | 'venue'

const css = readFileSync(join(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8')

/** The custom properties of a theme as in the file. */
function coloursOf(theme: Theme): Map<string, Colour> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  const colours = [...block.matchAll(/--([a-z-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g)]
  return new Map(colours.map(([, name = '', l, c, h]) => [name, toLinearRgb(Number(l), Number(c), Number(h))]))
}

const cut = (value: number) => Math.min(1, Math.max(0, value))

/** OKLCH to linear-light sRGB, as in CSS Color 4, clipped to what a screen can show. */
function toLinearRgb(lightness: number, chroma: number, hue: number): Colour {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const luminance = ([red, green, blue]: Colour) => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** The contrast of WCAG 2. */
function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** Each pair of colours on the screen, with its minimum contrast. */
const pairs: readonly [text: string, ground: string, least: number][] = [
  ['ink', 'paper', 7],
  ['ink', 'paper-raised', 7],
  ['ink', 'paper-sunk', 7],
  ['ink', 'paper-hover', 7],
  ['ink', 'selection', 7],
  ['ink', 'accent-wash', 7],
  ['ink', 'attention-wash', 7],
  ['ink', 'danger-wash', 7],
  ['ink-quiet', 'paper', 4.5],
  ['ink-quiet', 'paper-raised', 4.5],
  ['ink-quiet', 'paper-sunk', 4.5],
  ['ink-quiet', 'paper-hover', 4.5],
  ['ink-quiet', 'accent-wash', 4.5],
  ['ink-quiet', 'attention-wash', 4.5],
  ['ink-quiet', 'danger-wash', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'paper-raised', 4.5],
  ['accent', 'paper-hover', 4.5],
  ['accent', 'accent-wash', 4.5],
  ['accent-ink', 'accent', 4.5],
  ['accent-ink', 'accent-hover', 4.5],
  ['attention', 'paper', 4.5],
  ['attention', 'paper-raised', 4.5],
  ['attention', 'attention-wash', 4.5],
  ['danger', 'paper', 4.5],
  ['danger', 'paper-raised', 4.5],
  ['danger', 'paper-hover', 4.5],
  ['danger', 'danger-wash', 4.5],
  ['danger-ink', 'danger', 4.5],
  ['line-control', 'paper', 3],
  ['line-control', 'paper-raised', 3],
  ['line-control', 'paper-sunk', 3],
]

describe.each(['light', 'dark', 'venue'] as const)('in the %s theme', (theme) => {
  const colours = coloursOf(theme)
  const colour = (name: string): Colour => {
    const found = colours.get(name)
    if (!found) throw new Error(`There is no --${name}.`)
    return found
  }

  it.each(pairs)('the contrast between %s and %s is at least %s', (text, ground, least) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(least)
  })
})

it('the computed contrast of black on white is 21', () => {
  expect(contrast(toLinearRgb(0, 0, 0), toLinearRgb(1, 0, 0))).toBeCloseTo(21, 3)
})
