import { type Handle, type Unsafe, defaultHandlers } from 'mdast-util-to-markdown'
import type { WritingStyle } from '../../markdown/stringify-markdown.ts'
import { respellEscapes } from '../../markdown/write-text.ts'
import {
  adaptBy,
  type Adaptation,
  changeCode,
  changeLinks,
  codeAsHtml,
  deletedAsHtml,
  footnotesAsList,
  html,
  joinLines,
  plainCodeInside,
  replaceNodes,
  separateLists,
  tasksAsSigns,
  visibleBreaks,
  withoutCodeSettings,
} from './adapt-tree.ts'

/** The Markdown of a site generator, as it differs from ours. */
export interface Dialect {
  /** How it is written. */
  style: WritingStyle
  /** What becomes of the parts that it lacks. */
  adapt: Adaptation
  /** A last change of the whole text, for template languages that run over it before Markdown does. */
  template?: { protect: (markdown: string) => string; restore: (markdown: string) => string }
}

const inWords: Pick<Unsafe, 'inConstruct' | 'notInConstruct'> = {
  inConstruct: 'phrasing',
  notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw', 'reference'],
}

/** Many programs delete words between single tildes. */
const tilde: Unsafe = { character: '~', ...inWords }
const brace: Unsafe = { character: '{', ...inWords }
/** Words in braces at the end of a heading are its attributes. */
const attributes: Unsafe = { ...brace, inConstruct: ['headingAtx', 'headingSetext'] }
/** `Term` and, on the next line, `: meaning` is a list of definitions. */
const definition: Unsafe = { atBreak: true, character: ':' }
/** `:::` begins a block of some other kind. */
const container: Unsafe = { atBreak: true, character: ':', after: '::' }
/** `#word` is a heading for parsers older than CommonMark. */
const hash: Unsafe = { atBreak: true, character: '#' }

/** Two braces, or a brace and a percent sign, in addresses. */
const withoutBraces = changeLinks((url) => url.replace(/\{(?=[{%])/g, '%7B').replace(/(?<=%7B)\{/g, '%7B'))

/** Our Markdown, for programs that know all of it. */
export const github: Dialect = {
  style: { unsafe: [tilde], keepsShortcodes: false },
  adapt: withoutCodeSettings,
}

/** Some programs make references of straight quotes in an alternative text, and then escape these: `&amp;ldquo;`. */
const curlyAlternatives: Adaptation = (tree) =>
  replaceNodes(tree, (node) => {
    if (node.type !== 'image' || !node.alt?.includes('"')) return [node]
    return [{ ...node, alt: node.alt.replace(/(?<=^|[\s([])"/g, '“').replaceAll('"', '”') }]
  })

/**
 * Hugo runs shortcodes wherever they are, even in code; a comment in one shows it instead. Goldmark knows lists of
 * definitions, and attributes of headings.
 *
 * @param runs whether shortcodes in the words, but not in code, are run
 */
export function hugoDialect(runs: boolean): Dialect {
  const opening: Unsafe = { character: '{', before: '\\{', after: '[<%]', ...inWords }
  const code = changeCode((value) =>
    value
      .replace(/\{\{([<%])(?!\/\*)((?:(?!\{\{[<%])[^])*?)([>%])\}\}/g, '{{$1/*$2*/$3}}')
      // One that does not end would stop the build.
      .replace(/\{\{(?=[<%](?!\/\*))/g, '{{\u200B'),
  )
  return {
    style: {
      keepsShortcodes: runs,
      unsafe: [tilde, definition, attributes, opening],
    },
    adapt: adaptBy(withoutCodeSettings, curlyAlternatives, code, ...(runs ? [] : [withoutBraces])),
  }
}

/** In code, only `{{/* x() *\/}}` shows `{{ x() }}`. */
export const zolaDialect: Dialect = {
  style: {
    keepsShortcodes: false,
    unsafe: [tilde, { character: '{', before: '\\{', ...inWords }, { character: '{', after: '%', ...inWords }],
  },
  adapt: adaptBy(
    withoutCodeSettings,
    withoutBraces,
    changeCode((value) =>
      value
        .replace(/\{\{(?!\/\*)((?:(?!\{\{)[^])*?)\}\}/g, '{{/*$1*/}}')
        .replace(/\{%(?!\/\*)((?:(?!\{%)[^])*?)%\}/g, '{%/*$1*/%}'),
    ),
  ),
}

const lineBreakOfSpaces: Handle = (node, parent, state, info) => {
  const written = defaultHandlers.break(node, parent, state, info)
  return written === '\\\n' ? '  \n' : written
}

/** Titles and alternative texts have the same escapes as the words. */
function respelled(escapable: string): WritingStyle['handlers'] {
  const within =
    (handle: Handle): Handle =>
    (node, parent, state, info) => {
      const { safe } = state
      state.safe = (value, config) => {
        const written = safe.call(state, value, config)
        const isAddress = state.stack.at(-1)?.startsWith('destination') === true
        return respellEscapes(isAddress ? written.replaceAll('\\&', '&amp;') : written, escapable, state)
      }
      try {
        return handle(node, parent, state, info)
      } finally {
        state.safe = safe
      }
    }
  return {
    break: lineBreakOfSpaces,
    image: Object.assign(within(defaultHandlers.image), { peek: defaultHandlers.image.peek }),
    link: Object.assign(within(defaultHandlers.link), { peek: defaultHandlers.link.peek }),
  }
}

/** What Kramdown lets a backslash escape, but for quotes: it leaves the backslash before those in titles. */
const kramdownSigns = '\\.*_+`-()[]{}#!:|<>$'

/**
 * Kramdown, in which a `|` makes a table of any line. Liquid runs over the whole text first, over code as well; it is
 * the only way to write its own signs.
 */
export const jekyllDialect: Dialect = {
  style: {
    escapable: kramdownSigns,
    keepsShortcodes: false,
    handlers: { ...respelled(kramdownSigns) },
    unsafe: [
      brace,
      definition,
      hash,
      { character: '|', ...inWords },
      { character: '$', after: '\\$', ...inWords },
      { character: '$', before: '\\$', ...inWords },
      // The end of a block.
      { atBreak: true, character: '^' },
    ],
  },
  adapt: adaptBy(
    withoutCodeSettings,
    visibleBreaks,
    separateLists,
    codeAsHtml((code) => code.includes('|')),
  ),
  template: {
    protect: (markdown) =>
      markdown
        .replace(/\{[{%]/g, (signs) => `{{ "${signs}" }}`)
        .replace(/\uE0F0([A-Za-z0-9_./-]+)\uE0F1/g, "{{ '$1' | relative_url }}"),
    restore: (markdown) =>
      markdown.replace(/\{\{ '([^']*)' \| relative_url \}\}/g, '\uE0F0$1\uE0F1').replace(/\{\{ "(\{[{%])" \}\}/g, '$1'),
  },
}

/** What Python-Markdown lets a backslash escape. */
const pythonSigns = '\\`*_{}[]()>#+-.!'

const codeIndentedInside: Handle = (node, parent, state, info) => {
  if (parent?.type === 'root') return defaultHandlers.code(node, parent, state, info)
  const { options } = state
  state.options = { ...options, fences: false }
  try {
    return defaultHandlers.code(node, parent, state, info)
  } finally {
    state.options = options
  }
}

/**
 * Python-Markdown with its usual extensions: nested lists are indented by four columns, there is no fenced code in
 * lists, and many signs cannot be escaped.
 *
 * @param extra changes for programs that lack more
 */
export function pythonDialect(...extra: Adaptation[]): Dialect {
  return {
    style: {
      escapable: pythonSigns,
      keepsShortcodes: false,
      listItemIndent: 'tab',
      handlers: { ...respelled(pythonSigns), code: codeIndentedInside },
      unsafe: [brace, definition, hash],
    },
    adapt: adaptBy(
      withoutCodeSettings,
      visibleBreaks,
      separateLists,
      plainCodeInside,
      deletedAsHtml,
      tasksAsSigns,
      codeAsHtml((code, within) => code.includes('|') && within.includes('tableCell')),
      ...extra,
    ),
  }
}

/** Nikola runs shortcodes in code as well. */
export const nikolaDialect: Dialect = (() => {
  const python = pythonDialect()
  const code = changeCode((value) => value.replaceAll('{{%', '{{% raw %}}{{%{{% /raw %}}'))
  return { ...python, adapt: adaptBy(withoutBraces, code, python.adapt) }
})()

/** Without the extension for footnotes, which has to be switched on. */
export const mkdocsDialect = pythonDialect(footnotesAsList)

/** Markdown-it, as Eleventy has it. */
export const eleventyDialect: Dialect = {
  style: { keepsShortcodes: false },
  adapt: adaptBy(withoutCodeSettings, tasksAsSigns, footnotesAsList),
}

/** The names after a dot that the linkifier takes for the end of an address. */
const domains = '(?:[a-z]{2}|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|biz)(?![A-Za-z0-9])'

/** Vue runs `{{ }}` in the words and in code in the words, and markdown-it has attributes and containers. */
export const vitepressDialect: Dialect = {
  style: {
    keepsShortcodes: false,
    unsafe: [tilde, brace, container, { character: '.', before: '[A-Za-z0-9]', after: domains, ...inWords }],
  },
  adapt: adaptBy(withoutCodeSettings, tasksAsSigns, footnotesAsList, (tree) =>
    replaceNodes(tree, (node) => {
      if ((node.type !== 'text' && node.type !== 'inlineCode') || !node.value.includes('{{')) return [node]
      const tag = node.type === 'text' ? 'span' : 'code'
      return [html(`<${tag} v-pre>`), { type: 'text', value: node.value }, html(`</${tag}>`)]
    }),
  ),
}

/**
 * Marked, which shows every line break and has no footnotes. Hexo looks for lists of definitions in what Marked made, where
 * only a character reference hides the colon.
 */
export const hexoDialect: Dialect = {
  style: { keepsShortcodes: false, escapable: '!"#$%&\'()*+,-./;<=>?@[\\]^_`{|}~', unsafe: [tilde, definition] },
  adapt: adaptBy(withoutCodeSettings, joinLines, footnotesAsList),
}

/** Docusaurus takes `{#id}` at the end of a heading for its id, even in code, and whether it is escaped or not. */
const keptBraces: Adaptation = (tree) =>
  replaceNodes(tree, (node, within) => {
    if ((node.type !== 'text' && node.type !== 'inlineCode') || !within.includes('heading')) return [node]
    return [{ ...node, value: node.value.replace(/\{#(?=[^}]+\}$)/, '{\u2060#') }]
  })

/** Docusaurus has containers and ids of headings, and escapes quotes in alternative texts twice. */
export const docusaurusDialect: Dialect = {
  style: {
    keepsShortcodes: false,
    unsafe: [tilde, container, attributes],
  },
  adapt: adaptBy(withoutCodeSettings, curlyAlternatives, keptBraces),
}

/** Pandoc's Markdown: mathematics, citations, superscripts, attributes, and lists with letters. */
export const quartoDialect: Dialect = {
  style: {
    keepsShortcodes: false,
    unsafe: [
      tilde,
      brace,
      definition,
      { character: '$', ...inWords },
      { character: '@', ...inWords },
      { character: '^', ...inWords },
      { atBreak: true, character: '|' },
      { atBreak: true, character: '(', after: '(?:[A-Za-z]+|\\d+|@\\w*|#)\\)' },
      { atBreak: true, before: '(?:[A-Za-z]+|#)', character: '.', after: '[ \\t]' },
      { atBreak: true, before: '(?:[A-Za-z]+|#)', character: ')', after: '[ \\t]' },
    ],
  },
  adapt: adaptBy(
    withoutCodeSettings,
    withoutBraces,
    separateLists,
    codeAsHtml((code, within) => code.includes('|') && within.includes('tableCell')),
    changeCode((value) => value.replace(/\{\{<((?:(?!\{\{<)[^])*?)>\}\}/g, '{{{<$1>}}}')),
  ),
}
