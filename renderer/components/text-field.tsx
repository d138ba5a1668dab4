import type { ReactNode } from 'react'
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

/** The label, the notes and the state around a control for text. */
function TextFieldFrame({ children, ...props }: Shared & { children: ReactNode }) {
  const { label, hideLabel, description, error, isBare, className, ...rest } = props
  const { placeholder: _placeholder, inputClassName: _inputClassName, ...aria } = rest
  const isReadOnly = useReadOnlyArea()
  return (
    <AriaTextField
      isReadOnly={isReadOnly}
      {...aria}
      className={`field ${isBare ? 'field-bare' : ''} ${className ?? ''}`}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      {children}
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}

/** A single-line text field. Most hold names, which are in no dictionary, so the spelling is only checked on request. */
export function TextField({ list, ...field }: TextFieldProps) {
  return (
    <TextFieldFrame spellCheck="false" {...field}>
      <Input
        className={`field-input ${field.inputClassName ?? ''}`}
        placeholder={field.placeholder}
        list={list}
        dir="auto"
      />
    </TextFieldFrame>
  )
}

export interface TextAreaProps extends Shared {
  /** Height in lines, by default 3. */
  rows?: number
  /** Grows with its text, up to a third of the window, and shows it in the typeface of the post. */
  grows?: boolean
}

/** A multi-line plain text field. */
export function TextArea({ rows = 3, grows, ...field }: TextAreaProps) {
  return (
    <TextFieldFrame {...field}>
      <AriaTextArea
        className={`field-input ${grows ? 'field-input-growing' : ''} ${field.inputClassName ?? ''}`}
        placeholder={field.placeholder}
        rows={rows}
      />
    </TextFieldFrame>
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
