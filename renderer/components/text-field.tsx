import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  TextArea as AriaTextArea,
} from 'react-aria-components'
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { useReadOnlyArea } from './read-only-area.tsx'
import './field.css'

interface Shared
  extends FieldProps, Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'validate' | 'isInvalid'> {
  placeholder?: string
  /** No border until it is hovered or focused. */
  isBare?: boolean
  className?: string
  /** A class for the control itself. */
  inputClassName?: string
}

export interface TextFieldProps extends Shared {
  /** The id of a `datalist` with suggestions. */
  list?: string
}

function rootOf({ isBare, className }: Shared): string {
  return `field ${isBare ? 'field-bare' : ''} ${className ?? ''}`
}

/** A single-line text field. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel,
    description,
    error,
    placeholder,
    isBare: _bare,
    className: _class,
    inputClassName,
    list,
    ...aria
  } = props
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
      <Input className={`field-input ${inputClassName ?? ''}`} placeholder={placeholder} list={list} />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}

export interface TextAreaProps extends Shared {
  /** Height in lines, by default 3. */
  rows?: number
  /** Grows with its text, up to a third of the window, and shows it in the typeface of the post. */
  grows?: boolean
}

/** A multi-line plain text field. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    hideLabel,
    description,
    error,
    placeholder,
    isBare: _bare,
    className: _class,
    inputClassName,
    rows,
    grows,
    ...aria
  } = props
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
      <AriaTextArea
        className={`field-input ${grows ? 'field-input-growing' : ''} ${inputClassName ?? ''}`}
        placeholder={placeholder}
        rows={rows ?? 3}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}

/** A date as `YYYY-MM-DD`, or an empty string. Opens the browser's calendar. */
export function DateField(props: Omit<TextFieldProps, 'type' | 'list' | 'placeholder'>) {
  return <TextField {...props} type="date" />
}

/** A time of day as `HH:MM`, or an empty string. */
export function TimeField(props: Omit<TextFieldProps, 'type' | 'list' | 'placeholder'>) {
  return <TextField {...props} type="time" />
}
