import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { SelectItem } from './select.tsx'
import './choice.css'

export interface ChoiceProps<V extends string> {
  label: string
  hideLabel?: boolean
  items: readonly SelectItem<V>[]
  value: V
  onChange: (value: V) => void
}

/** One of two to five, all in sight, side by side. */
export function Choice<V extends string>({ label, hideLabel, items, value, onChange }: ChoiceProps<V>) {
  return (
    <RadioGroup
      className="field choice"
      orientation="horizontal"
      value={value}
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
