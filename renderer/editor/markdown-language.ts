import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { styleTags, tags } from '@lezer/highlight'
import { plainLines } from './plain-lines.ts'
import './markdown-text.css'

/** An address behind words or of a definition. One that stands in the text is read, and looks like words. */
const behindWords = styleTags({ 'Link/URL Image/URL LinkReference/URL': tags.labelName })

/** Classes rather than colours: their styles are in `markdown-editor.css`, for every theme. */
const highlightStyle = HighlightStyle.define([
  { tag: tags.heading1, class: 'md-heading md-heading-1' },
  { tag: tags.heading2, class: 'md-heading md-heading-2' },
  { tag: tags.heading3, class: 'md-heading md-heading-3' },
  { tag: [tags.heading4, tags.heading5, tags.heading6], class: 'md-heading' },
  { tag: tags.heading, class: 'md-strong' },
  { tag: tags.strong, class: 'md-strong' },
  { tag: tags.emphasis, class: 'md-emphasis' },
  { tag: tags.strikethrough, class: 'md-struck' },
  { tag: tags.monospace, class: 'md-code' },
  { tag: tags.link, class: 'md-link' },
  { tag: tags.url, class: 'md-bare-url' },
  { tag: [tags.string, tags.labelName], class: 'md-url' },
  { tag: tags.atom, class: 'md-task' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.comment, tags.angleBracket], class: 'md-mark' },
  { tag: [tags.character, tags.escape], class: 'md-mark' },
])

/**
 * Markdown as the exports understand it: CommonMark with GitHub's tables, tasks and strikethrough. CodeMirror's other
 * extensions (sub- and superscript, emoji names) would be highlighted here but be plain text in the post.
 */
export const markdownSupport: Extension = [
  markdown({
    base: markdownLanguage,
    extensions: [{ remove: ['Subscript', 'Superscript', 'Emoji'] }, { props: [behindWords] }, plainLines],
    completeHTMLTags: false,
    addKeymap: false,
  }),
  syntaxHighlighting(highlightStyle),
]
