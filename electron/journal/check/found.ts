import type { CheckedField, FactCode } from '../../shared/check/remark.ts'
import type { RemarkPlace } from '../../shared/report/post-places.ts'
import type { CheckedText } from './checked-texts.ts'

/** Why something is probably wrong, for the sentence that says so. */
export type Reason =
  | { readonly is: 'title' | 'spelling' | 'other-spelling' | 'doubled-word' }
  /** Others gave the talk. */
  | { readonly is: 'speaker'; readonly title: string; readonly speakers: readonly string[] }
  /** The programme has the talk in another room. */
  | { readonly is: 'room'; readonly title: string }
  /** The talk, or the entry, is of another day. */
  | { readonly is: 'day'; readonly title: string; readonly day: string }

/** Something in a text that differs from what is known. */
export interface Found {
  readonly code: FactCode
  readonly field: CheckedField
  readonly entryId: string | null
  readonly at: RemarkPlace
  /** The range in the field, in UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly suggestion: string | null
  readonly reason: Reason
}

/** What all findings say about a range of a text. */
export function foundAt(
  { source, field, entry, at }: CheckedText,
  from: number,
  to: number,
): Pick<Found, 'field' | 'entryId' | 'at' | 'from' | 'to' | 'text'> {
  return { field, entryId: entry?.id ?? null, at, from, to, text: source.slice(from, to) }
}
