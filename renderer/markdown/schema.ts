import type { Schema } from 'hast-util-sanitize'

/**
 * What may become an element of the page: the structure of prose, and nothing that runs, loads, styles or handles keys.
 * This is stricter than the sanitiser's own schema, which follows GitHub and allows forms, `accesskey`, `srcset` and
 * `tabindex`. All other elements are removed and their text is kept, unless the text itself is code.
 *
 * Only the trip's own pictures are allowed: loading one from the web would tell its owner that the post is being
 * written.
 */
export const schema: Schema = {
  tagNames: [
    'h1 h2 h3 h4 h5 h6 p blockquote pre hr br div section span ul ol li dl dt dd input',
    'table caption thead tbody tfoot tr th td figure figcaption img details summary ruby rt rp',
    'a abbr b cite code del dfn em i ins kbd mark q s samp small strong sub sup time u var',
  ].flatMap((names) => names.split(' ')),
  attributes: {
    a: ['href', 'title', 'ariaLabel'],
    abbr: ['title'],
    code: [['className', /^language-[\w+#.-]+$/]],
    details: ['open'],
    img: ['src', 'alt', 'title'],
    input: ['checked', ['type', 'checkbox'], ['disabled', true]],
    li: ['value', ['className', 'task-list-item']],
    ol: ['start', 'reversed', ['className', 'contains-task-list']],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
    '*': ['dir', 'id', 'lang'],
  },
  ancestors: Object.fromEntries(
    ['caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'].map((tagName) => [tagName, ['table']]),
  ),
  required: { input: { type: 'checkbox', disabled: true } },
  // An id must neither shadow one of the page's own nor become a property of `document`.
  clobber: ['id'],
  clobberPrefix: 'post-',
  protocols: { href: ['http', 'https', 'mailto'], src: ['photo'] },
  strip: ['script', 'style', 'iframe', 'object', 'svg', 'math', 'template', 'noscript', 'title', 'select', 'textarea'],
}
