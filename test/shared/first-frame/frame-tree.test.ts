import * as fc from 'fast-check'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { type FrameNode, writeFrame } from '../../../electron/shared/first-frame/frame-tree.ts'

/** HTML has no zero characters, one kind of line break, and no mark of its byte order. */
const texts = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/[\0\r\uFEFF]/.test(text))

const names = fc.constantFrom('role', 'aria-label', 'data-key', 'data-tooltip', 'title')

/** Anything that a first frame can hold, as far as HTML lets it be anywhere. */
const { node: nodes } = fc.letrec<{ node: FrameNode; element: FrameNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, texts, tie('element')),
  element: fc.tuple(
    fc.constantFrom('div', 'section', 'main', 'output', 'span'),
    fc.dictionary(names, texts, { noNullPrototype: true }),
    fc.array(tie('node'), { maxLength: 4 }),
  ),
}))

/** What a browser makes of HTML. */
function read(node: Nodes): FrameNode[] {
  if (node.type === 'text') return [node.value]
  if (node.type !== 'element' && node.type !== 'root') throw new Error(node.type)
  const inside = node.children.flatMap(read)
  if (node.type === 'root') return inside
  const attributes = Object.entries(node.properties).map(([name, value]) => [
    name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    String(value),
  ])
  return [[node.tagName, Object.fromEntries(attributes), inside]]
}

/** The same with each text in one piece, as a document has it. */
function joined(all: readonly FrameNode[]): FrameNode[] {
  const result: FrameNode[] = []
  for (const node of all) {
    const last = result.at(-1)
    if (typeof node !== 'string') result.push([node[0], node[1], joined(node[2])])
    else if (typeof last === 'string') result[result.length - 1] = last + node
    else result.push(node)
  }
  return result
}

test('whatever texts a frame holds, a browser reads exactly them and no other element', () => {
  fc.assert(
    fc.property(fc.array(nodes, { maxLength: 4 }), (frame) => {
      const written = writeFrame(frame)
      expect(read(fromHtml(written?.html ?? '', { fragment: true }))).toEqual(joined(frame))
    }),
  )
})

test.each([
  ['a script', ['script', {}, ['alert(1)']]],
  ['a picture, which would be loaded', ['img', { class: 'a' }, []]],
  ['a link', ['a', { title: 'a' }, ['away']]],
  ['a style sheet', ['style', {}, ['*{}']]],
  ['a frame', ['iframe', {}, []]],
  ['a handler', ['button', { onclick: 'alert(1)' }, []]],
  ['an address', ['div', { href: 'https://example.org' }, []]],
  ['a source', ['input', { src: 'x' }, []]],
  ['an id, which scripts would find', ['div', { id: 'root' }, []]],
  ['a style with an address', ['div', { style: '--hue: url(x)' }, []]],
  ['a style that ends its rule', ['div', { style: '--hue: 1} * {' }, []]],
  ['an element inside the name of another', ['div><script', {}, []]],
  ['an attribute inside the name of another', ['div', { 'data-a onclick': 'x' }, []]],
  ['a number in place of a text', 7],
  ['an attribute that is no text', ['div', { title: 7 }, []]],
  ['an element without a list of what is in it', ['div', {}]],
])('a frame with %s is refused', (_, node) => {
  expect(writeFrame([['div', {}, ['A trip', node]]])).toBeNull()
})

test('what is no list, too deep or too long is refused', () => {
  let deep: FrameNode = 'deep'
  for (let level = 0; level < 50; level++) deep = ['div', {}, [deep]]
  expect([writeFrame(null), writeFrame('<b>'), writeFrame({}), writeFrame([deep])]).toEqual([null, null, null, null])
  expect(writeFrame(Array.from({ length: 5_000 }, () => 'x'))).toBeNull()
  expect(writeFrame(['x'.repeat(1_000_001)])).toBeNull()
})

const hue = (value: number): FrameNode => ['div', { style: `--hue: ${value};` }, []]

test('numbers in styles become rules of a style sheet, because styles on elements are not allowed', () => {
  expect(writeFrame([hue(12), hue(340), hue(12)])).toEqual({
    html: '<div data-style="0"></div><div data-style="1"></div><div data-style="0"></div>',
    css: '[data-style="0"]{--hue: 12;}[data-style="1"]{--hue: 340;}',
  })
})
