import { parse, type Rule } from 'postcss'
import parseSelector from 'postcss-selector-parser'

/** A class, and the line (from 1) on which a file names it. */
export interface ClassUse {
  name: string
  line: number
}

/** A class in a style sheet. */
export interface StyledClass extends ClassUse {
  /** A selector begins with it: `.field` in `.field input`, and not in `.form .field`. */
  isLeading: boolean
}

/** The classes that the selectors of a style sheet name, in order. A class that is named twice is listed twice. */
export function classesInSheet(css: string): StyledClass[] {
  const uses: StyledClass[] = []
  parse(css).walkRules((rule) => {
    if (isKeyframe(rule)) return
    const line = rule.source?.start?.line ?? 1
    parseSelector((root) =>
      root.each((selector) => {
        const end = selector.nodes.findIndex(({ type }) => type === 'combinator')
        const leading = new Set<unknown>(end < 0 ? selector.nodes : selector.nodes.slice(0, end))
        selector.walkClasses((node) => void uses.push({ name: node.value, line, isLeading: leading.has(node) }))
      }),
    ).processSync(rule.selector)
  })
  return uses
}

/** The classes that a selector names, those inside `:is()`, `:not()` and `:has()` included. */
export function classesInSelector(selector: string): string[] {
  const names: string[] = []
  parseSelector((root) => root.walkClasses(({ value }) => void names.push(value))).processSync(selector)
  return names
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && 'name' in parent && parent.name === 'keyframes'
}
