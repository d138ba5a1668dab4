import { ChevronDown } from 'lucide-react'
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components'
import { type KeyboardEvent, useRef } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { useReadOnlyArea } from './read-only-area.tsx'
import { Option, type OptionItem } from './option.tsx'
import './field.css'
import './option.css'
import './combo-box.css'

export interface ComboBoxProps extends FieldProps {
  items: readonly OptionItem<string>[]
  /** The id of the chosen item. */
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
  isDisabled?: boolean
  /** Whether an item matches what was typed. By default, if its label contains it. */
  matches?: (label: string, typed: string) => boolean
  className?: string
}

const containsTyped = (label: string, typed: string) =>
  label.toLocaleLowerCase().includes(typed.toLocaleLowerCase().trim())

/** A choice from a long list, found by typing. */
export function ComboBox({
  items,
  value,
  onChange,
  placeholder,
  isDisabled,
  matches,
  className,
  ...field
}: ComboBoxProps) {
  const isReadOnly = useReadOnlyArea()
  const typed = useRef('')
  const isMatch = matches ?? containsTyped

  // Typing “york” and pressing Enter chooses New York, without an arrow key in between.
  const chooseFirst = (event: KeyboardEvent<HTMLElement>) => {
    const input = event.target
    if (event.key !== 'Enter' || !(input instanceof HTMLInputElement)) return
    if (input.getAttribute('aria-expanded') !== 'true' || input.hasAttribute('aria-activedescendant')) return
    const first = items.find(({ label }) => isMatch(label, typed.current))
    if (!first || typed.current.trim() === '') return
    event.preventDefault()
    event.stopPropagation()
    onChange(first.id)
  }

  return (
    <AriaComboBox
      className={`field ${className ?? ''}`}
      defaultItems={items}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      isInvalid={Boolean(field.error)}
      isDisabled={isDisabled ?? isReadOnly}
      menuTrigger="input"
      allowsEmptyCollection
      defaultFilter={isMatch}
      onInputChange={(text) => {
        typed.current = text
      }}
    >
      <FieldLabel label={field.label} hideLabel={field.hideLabel ?? false} />
      <div className="combo-box-control" onKeyDownCapture={chooseFirst}>
        <Input className="field-input combo-box-input" placeholder={placeholder} />
        <Button className="combo-box-button" aria-label={t('control.show-all')}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <FieldNotes description={field.description} error={field.error} />
      <Popover className="popover popover-below-field" offset={4}>
        {/* The popover is outside the page and the dialog, so it needs a landmark of its own. */}
        <section aria-label={t('control.choices', { label: field.label })}>
          <ListBox<OptionItem<string>>
            className="options"
            renderEmptyState={() => <div className="options-empty">{t('control.no-match')}</div>}
          >
            {(item) => <Option item={item} />}
          </ListBox>
        </section>
      </Popover>
    </AriaComboBox>
  )
}
