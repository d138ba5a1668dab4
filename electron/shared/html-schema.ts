/** An attribute, or an attribute with the values that it may have. */
type Attribute = string | [name: string, ...values: (string | boolean | RegExp)[]]

/** The part of the sanitiser's `Schema` that is used here. */
export interface HtmlSchema {
  tagNames: string[]
  attributes: Record<string, Attribute[]>
  ancestors: Record<string, string[]>
  required: Record<string, Record<string, string | boolean>>
  clobber: string[]
  clobberPrefix: string
  protocols: Record<string, string[]>
  strip: string[]
}

/**
 * What the preview and every export keep of the HTML of a text: the structure of prose, and nothing that runs, loads,
 * styles, handles keys or leads to another picture than the one that is shown. This is stricter than the sanitiser's own
 * schema, which follows GitHub and allows forms, `accesskey`, `srcset` and `tabindex`. All other elements are removed and
 * their words are kept, except for code that no reader should see.
 *
 * @param idPrefix what is put before ids
 * @param pictures the schemes of the addresses from which pictures may come
 */
export function htmlSchema(idPrefix: string, pictures: string[]): HtmlSchema {
  return {
    tagNames: [
      'h1 h2 h3 h4 h5 h6 p blockquote pre hr br div section span ul ol li dl dt dd input',
      'table caption thead tbody tfoot tr th td figure figcaption img details summary ruby rt rp',
      'a abbr b cite code del dfn em i ins kbd mark q s samp small strike strong sub sup time tt u var',
    ].flatMap((names) => names.split(' ')),
    attributes: {
      a: [
        'href',
        'title',
        'ariaDescribedBy',
        'ariaLabel',
        'dataFootnoteBackref',
        'dataFootnoteRef',
        ['className', 'data-footnote-backref'],
      ],
      abbr: ['title'],
      code: [['className', /^language-[\w+#.-]+$/]],
      details: ['open'],
      h2: [['className', 'sr-only']],
      img: ['src', 'alt', 'title', ['width', size], ['height', size]],
      input: ['checked', ['type', 'checkbox'], ['disabled', true]],
      li: ['value', ['className', 'task-list-item']],
      ol: ['start', 'reversed', ['className', 'contains-task-list']],
      section: ['dataFootnotes', ['className', 'footnotes']],
      td: ['align', 'colSpan', 'rowSpan'],
      th: ['align', 'colSpan', 'rowSpan', 'scope'],
      time: ['dateTime'],
      ul: [['className', 'contains-task-list']],
      '*': ['align', 'dir', 'id', 'lang'],
    },
    ancestors: Object.fromEntries(
      ['caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'].map((tagName) => [tagName, ['table']]),
    ),
    required: { input: { type: 'checkbox', disabled: true } },
    clobber: ['ariaDescribedBy', 'ariaLabelledBy', 'id', 'name'],
    clobberPrefix: idPrefix,
    protocols: { href: ['http', 'https', 'irc', 'ircs', 'mailto', 'tel', 'xmpp'], src: pictures },
    strip: ['script', 'style'],
  }
}

/** A size in pixels. */
const size = /^\d{1,4}$/
