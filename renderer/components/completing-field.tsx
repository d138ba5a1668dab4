import { Input, TextField } from 'react-aria-components'
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { useReadOnlyArea } from './read-only-area.tsx'
import { type Completions, useSuggestions } from './suggestions.tsx'
import './field.css'

export interface CompletingFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  completions: Completions
  /** A suggestion was chosen; default: it becomes the value. */
  onChoose?: (value: string) => void
  /** Enter, unless it chooses a suggestion. If it is missing, the key is left to the page. */
  onEnter?: () => void
  /** Offers the likeliest values before anything is typed. */
  opensOnFocus?: boolean
  placeholder?: string
  /** No border until it is hovered or focused. */
  isBare?: boolean
  className?: string
  inputClassName?: string
}

/** A text field that offers what was written before. Any text is accepted. */
export function CompletingField(props: CompletingFieldProps) {
  const { value, onChange, completions, onChoose = onChange, onEnter, opensOnFocus = false, placeholder } = props
  const { isBare, className = '', inputClassName = '', ...field } = props
  const isReadOnly = useReadOnlyArea()
  const options = { label: field.label, completions, typed: value, opensOnFocus, isReadOnly, onChoose }
  const { inputProps, onKey, list } = useSuggestions(options)
  return (
    <TextField
      className={`field ${isBare ? 'field-bare' : ''} ${className}`}
      value={value}
      onChange={onChange}
      isReadOnly={isReadOnly}
      isInvalid={Boolean(field.error)}
      validationBehavior="aria"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return event.continuePropagation()
        const isForList = onKey(event.key)
        const isEnter = event.key === 'Enter' && onEnter !== undefined && !isReadOnly
        if (!isForList && !isEnter) return event.continuePropagation()
        // Or else it would go to the page as well, which may have moved the focus by then.
        event.preventDefault()
        return isForList ? undefined : onEnter?.()
      }}
    >
      <FieldLabel label={field.label} hideLabel={field.hideLabel ?? false} />
      {/* Names of people and rooms are in no dictionary. */}
      <Input {...inputProps} className={`field-input ${inputClassName}`} placeholder={placeholder} spellCheck={false} />
      <FieldNotes description={field.description} error={field.error} />
      {list}
    </TextField>
  )
}
