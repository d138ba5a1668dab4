import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useReadOnlyArea } from './read-only-area.tsx'
import type { OptionItem } from './option.tsx'
import './field.css'
import './choice.css'

export interface ChoiceProps<V extends string> {
  label: string
  hideLabel?: boolean
  items: readonly OptionItem<V>[]
  value: V
  onChange: (value: V) => void
  /** Overrides the read-only state around it, even with `false`: choosing what to view changes nothing. */
  isDisabled?: boolean
}

/** A choice between two to five items, shown side by side. */
export function Choice<V extends string>({ label, hideLabel, items, value, onChange, isDisabled }: ChoiceProps<V>) {
  const isReadOnly = useReadOnlyArea()
  return (
    <RadioGroup
      className="field choice"
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled ?? isReadOnly}
      onChange={(chosen) => {
        const item = items.find(({ id }) => id === chosen)
        if (item) onChange(item.id)
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="choice-items">
        {items.map((item) => (
          <Radio key={item.id} value={item.id} className="choice-item">
            {item.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
