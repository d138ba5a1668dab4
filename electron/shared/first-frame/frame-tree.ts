/*
 * The first frame: what the window shows before the page's own code runs. It is what the page showed last time, kept as
 * plain data and written as HTML by one function, `writeFrame`, which lets through nothing but what is listed here. None
 * of this may load a schema: the window waits for it.
 */

/** A text, or an element with its attributes and what is in it. */
export type FrameNode = string | FrameElement
export type FrameElement = readonly [
  tag: string,
  attributes: Readonly<Record<string, string>>,
  inside: readonly FrameNode[],
]

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Nothing that loads something, leads somewhere or runs. */
const tags = words(
  'button div footer h1 h2 header input kbd li main output p section span strong ul ' +
    'circle ellipse g line path polygon polyline rect svg',
)

const attributes = words(
  'autofocus class dir disabled lang placeholder role tabindex title type ' +
    'cx cy d fill height points preserveAspectRatio r rx ry stroke stroke-linecap stroke-linejoin stroke-width viewBox ' +
    'width x x1 x2 y y1 y2',
)

/**
 * What elements are called and state about themselves. React Aria notes there what a mouse or the keyboard is doing just
 * now, and names elements by ids that are different each time.
 */
const STATED = /^(?:aria|data)-[a-z]+(?:-[a-z]+)*$/
const fleeting = words(
  'aria-controls aria-describedby aria-labelledby data-focus-visible data-focus-within data-focused data-hovered ' +
    'data-pressed',
)

/** Custom properties with a number, such as the hue of a cover. */
const NUMBERS = /^(?:\s*--[a-z-]+:\s*[\d.]+\s*(?:;|$))+$/

export const isFrameTag = (tag: string): boolean => tags.has(tag)

/** Whether an element of the first frame keeps an attribute. */
export function isFrameAttribute(name: string, value: string): boolean {
  if (name === 'style') return NUMBERS.test(value)
  return attributes.has(name) || (STATED.test(name) && !fleeting.has(name))
}

/** How deep and how large a frame may be. A library with a dozen cards has 400 nodes. */
const MAX_DEPTH = 40
const MAX_NODES = 4_000
const MAX_LENGTH = 1_000_000

/** A frame as it is put into a document. */
export interface WrittenFrame {
  /** Goes into the element that the page draws in. */
  html: string
  /** A style sheet, because the content security policy allows no styles on elements. */
  css: string
}

/**
 * Writes a first frame as HTML. Returns `null` unless all of it is allowed: it was read from a file that other programs
 * can write.
 *
 * @param nodes what claims to be a list of `FrameNode`
 */
export function writeFrame(nodes: unknown): WrittenFrame | null {
  const styles = new Map<string, number>()
  let count = 0
  let length = 0

  function writeAll(inside: unknown, depth: number): string | null {
    if (!Array.isArray(inside) || depth > MAX_DEPTH) return null
    let html = ''
    for (const node of inside) {
      const written = write(node, depth)
      if (written === null) return null
      html += written
    }
    return html
  }

  function write(node: unknown, depth: number): string | null {
    if (++count > MAX_NODES) return null
    if (typeof node === 'string') {
      length += node.length
      return length > MAX_LENGTH ? null : escape(node)
    }
    if (!Array.isArray(node)) return null
    const [tag, named, inside]: unknown[] = node
    if (typeof tag !== 'string' || !tags.has(tag) || typeof named !== 'object' || named === null) return null
    let begin = `<${tag}`
    for (const [name, value] of Object.entries(named)) {
      if (typeof value !== 'string' || !isFrameAttribute(name, value)) return null
      length += value.length
      begin += name === 'style' ? ` data-style="${numberOf(value)}"` : ` ${name}="${escape(value)}"`
    }
    const within = writeAll(inside, depth + 1)
    if (within === null) return null
    return tag === 'input' ? `${begin}>` : `${begin}>${within}</${tag}>`
  }

  function numberOf(style: string): number {
    const known = styles.get(style) ?? styles.size
    styles.set(style, known)
    return known
  }

  const html = writeAll(nodes, 0)
  if (html === null) return null
  return { html, css: Array.from(styles, ([style, number]) => `[data-style="${number}"]{${style}}`).join('') }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escape = (text: string) => text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '')
