import { Facet } from '@codemirror/state'

/** Which text a state belongs to: an entry's id, or another name that is unique in the window. */
export const documentIdOf = Facet.define<string, string>({ combine: (ids) => ids[0] ?? '' })
