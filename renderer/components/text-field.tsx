import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  TextArea as AriaTextArea,
} from 'react-aria-components'
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { useReadOnlyArea } from './read-only-area.tsx'

interface Shared
  extends FieldProps, Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'validate' | 'isInvalid'> {
  placeholder?: string
  /** No edge until it is pointed at. */
  isBare?: boolean
  className?: string
}

export interface TextFieldProps extends Shared {
  /** Suggestions that the browser shows: the id of a `datalist`. */
  list?: string
}

function rootOf({ isBare, className }: Shared): string {
  return `field ${isBare ? 'field-bare' : ''} ${className ?? ''}`
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, error, placeholder, isBare: _bare, className: _class, list, ...aria } = props
  const isReadOnly = useReadOnlyArea()
  return (
    <AriaTextField
      isReadOnly={isReadOnly}
      {...aria}
      className={rootOf(props)}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      <Input className="field-input" placeholder={placeholder} list={list} />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}

export interface TextAreaProps extends Shared {
  /** The height before anything is typed, in lines. */
  rows?: number
}

/** Several lines of plain text. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, description, error, placeholder, isBare: _bare, className: _class, rows, ...aria } = props
  const isReadOnly = useReadOnlyArea()
  return (
    <AriaTextField
      isReadOnly={isReadOnly}
      {...aria}
      className={rootOf(props)}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      <AriaTextArea className="field-input" placeholder={placeholder} rows={rows ?? 3} />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}

/** A date as `YYYY-MM-DD`, empty where there is none; the browser offers its calendar. */
export function DateField(props: Omit<TextFieldProps, 'type' | 'list' | 'placeholder'>) {
  return <TextField {...props} type="date" />
}

/** A time of day as `HH:MM`, empty where there is none. */
export function TimeField(props: Omit<TextFieldProps, 'type' | 'list' | 'placeholder'>) {
  return <TextField {...props} type="time" />
}
