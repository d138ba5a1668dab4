import { Radio, RadioGroup } from 'react-aria-components'
import './segmented.css'

export interface SegmentedProps<V extends string> {
  /** What is chosen here, for screen readers. */
  label: string
  items: readonly { id: V; label: string }[]
  value: V
  onChange: (value: V) => void
  className?: string
}

/** One of two or three, all in sight. */
export function Segmented<V extends string>({ label, items, value, onChange, className = '' }: SegmentedProps<V>) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className={`segmented ${className}`}
      value={value}
      onChange={(chosen) => {
        const item = items.find(({ id }) => id === chosen)
        if (item) onChange(item.id)
      }}
    >
      {items.map((item) => (
        <Radio key={item.id} value={item.id} className="segmented-item">
          {item.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
