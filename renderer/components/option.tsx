import { Check } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components'
import './option.css'

export interface OptionItem<V extends string> {
  id: V
  label: string
  /** A quiet detail at the end of the line. */
  detail?: string
  /** It is the same in every language, such as the name of a time zone. */
  isVerbatim?: true
}

/** One choice in a list that pops up below a field. */
export function Option({ item: { id, label, detail, isVerbatim } }: { item: OptionItem<string> }) {
  return (
    <ListBoxItem className="option" id={id} textValue={label} data-verbatim={isVerbatim}>
      <span className="option-label">{label}</span>
      {detail !== undefined && <span className="option-detail">{detail}</span>}
      <Check aria-hidden className="option-check" />
    </ListBoxItem>
  )
}
