import { TextField, type TextFieldProps } from '../components/text-field.tsx'

export type LineFieldProps = Omit<TextFieldProps, 'hideLabel' | 'isBare'>

/** A field of an entry: it reads as text until it is written in, and its placeholder says what belongs there. */
export function LineField({ placeholder, ...props }: LineFieldProps) {
  return <TextField {...props} hideLabel isBare placeholder={placeholder ?? props.label} />
}
