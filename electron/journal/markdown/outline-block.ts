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

/** A unit of a text's content, in a form that can be compared. */
export interface Block {
  kind: BlockKind
  /** Its words, with white space collapsed. */
  text: string
  /** Other relevant details: a heading's level, a list's marker, the language of code, a link's address. */
  detail: string
  /** What contains it, outermost first: `quote/listItem`. */
  within: string
}
