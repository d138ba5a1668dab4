import type { Report, Trip } from '../../electron/shared/trip.ts'
import { tripWithReport } from './composed-posts.ts'
import { someNote } from './library.ts'
import { somePhoto } from './photos.ts'

const picture = `![A "lantern" & more](photo:${somePhoto.id} "At <night>")`

/** A text with everything that Markdown can say, and with what site generators and blogs mistake for something else. */
export const everyConstruct = [
  '### Café `code` & *more* {#x}',
  'Words with **strong**, *emphasis*, ~~struck~~ and `a | b` at 2^10, with a footnote[^1], a [link](https://example.org/a_b?x=1&y=2 "Its title") and\na soft break.  \nA hard break.',
  'Term\n: no definition, {{ name }}, {% tag %}, {{< figure src="x" >}}, [gallery], ]]> and \\<!-- wp:x -- -->, \\<T> and $$x$$, a -- b.',
  '- one\n  - nested\n    1. deeper\n- two',
  '5. five\n6. six',
  '- [x] done\n- [ ] to do',
  'Words between two lists.',
  '- loose\n\n  with a second paragraph\n\n- item',
  '> “Quoted.”\n>\n> Twice.\n>\n> - with a list\n>\n> — Ada',
  '```js\nif (a < b && c[0] === "{{ x }}") { /* {% raw %} --> ]]> */ }\n```',
  '| left | centre | right |\n|:--|:-:|--:|\n| a | `b \\| c` | [d](https://example.org) |',
  picture,
  `${picture}\n![](photo:${somePhoto.id})`,
  `In a line: ![small](photo:${somePhoto.id}).`,
  '---',
  'مرحبا بالعالم, שלום, 日本語, emoji 🎯👩‍👩‍👧.',
  '<details><summary>More</summary>\n\nHidden <kbd>Ctrl</kbd>.\n\n</details>',
  '<dl><dt>Term</dt><dd>Definition</dd></dl>',
  '[^1]: A note with `code` and [a link](https://example.org/note).',
].join('\n\n')

/** A trip with {@link everyConstruct} in its only entry. */
export function tripWithEverything(changes: Partial<Report> = {}): Trip {
  const trip = tripWithReport([someNote({ text: everyConstruct })], changes)
  return { ...trip, photos: [{ ...somePhoto, alt: 'A lantern', caption: 'At night' }] }
}

/** Titles that some parser takes for something else than words. */
export const oddTitles = [
  'No',
  '2026',
  '10:30',
  'a: b',
  'C++',
  '"quoted" and “quoted”',
  "it's",
  ']]>',
  '# <b>&amp;</b> -- -->',
]
