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
  /** No edge until it is pointed at. */
  isBare?: boolean
  className?: string
  /** Of the control itself, for what a field looks like in its place. */
  inputClassName?: string
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
  /** The height before anything is typed, in lines. */
  rows?: number
  /** For a text as it will be read: in its type, and as tall as what is typed, up to a third of the window. */
  grows?: boolean
}

/** Several lines of plain text. */
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

/** A date as `YYYY-MM-DD`, empty where there is none; the browser offers its calendar. */
export function DateField(props: Omit<TextFieldProps, 'type' | 'list' | 'placeholder'>) {
  return <TextField {...props} type="date" />
}

/** A time of day as `HH:MM`, empty where there is none. */
export function TimeField(props: Omit<TextFieldProps, 'type' | 'list' | 'placeholder'>) {
  return <TextField {...props} type="time" />
}
