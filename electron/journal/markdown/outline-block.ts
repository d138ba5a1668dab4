export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'listItem'
  | 'quote'
  | 'code'
  | 'tableRow'
  | 'rule'
  | 'html'
  | 'footnote'
  | 'link'
  | 'picture'

/** One thing that a text says, in a form in which it can be compared with another. */
export interface Block {
  kind: BlockKind
  /** Its words, white space collapsed. */
  text: string
  /** What else matters: a heading's level, a list's marker, a code's language, where a link leads. */
  detail: string
  /** What it stands in, from the outside in: `quote/listItem`. */
  within: string
}
