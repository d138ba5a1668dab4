import { ChevronDown } from 'lucide-react'
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components'
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { Option, type OptionItem } from './option.tsx'
import { useReadOnlyArea } from './read-only-area.tsx'
import './field.css'
import './option.css'
import './select.css'

export interface SelectProps<V extends string> extends FieldProps {
  items: readonly OptionItem<V>[]
  value: V
  onChange: (value: V) => void
  isDisabled?: boolean
  /** No border until it has the focus. */
  isBare?: boolean
  /** In small print, on one line, in the colour around it. */
  isSmall?: boolean
  className?: string
}

/** A choice from a short list. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { items, value, onChange, isDisabled, isBare, isSmall, className, ...field } = props
  const isReadOnly = useReadOnlyArea()
  const chosen = items.find(({ id }) => id === value)
  return (
    <AriaSelect
      className={`field ${className ?? ''}`}
      value={value}
      onChange={(key) => {
        const item = items.find(({ id }) => id === key)
        if (item) onChange(item.id)
      }}
      isInvalid={Boolean(field.error)}
      isDisabled={isDisabled ?? isReadOnly}
    >
      <FieldLabel label={field.label} hideLabel={field.hideLabel ?? false} />
      <Button
        className={`field-input select-button ${isBare ? 'select-button-bare' : ''} ${isSmall ? 'select-button-small' : ''}`}
      >
        <SelectValue className="select-value">
          {({ defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : <span data-verbatim={chosen?.isVerbatim}>{chosen?.label}</span>
          }
        </SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <FieldNotes description={field.description} error={field.error} />
      <Popover className="popover popover-below-field" offset={4}>
        <ListBox className="options" items={items}>
          {(item) => <Option item={item} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
