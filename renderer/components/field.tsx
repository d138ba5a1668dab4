import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import './field.css'

/** The props of every field besides those of its control. */
export interface FieldProps {
  label: string
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean
  /** A quiet line below the control. */
  description?: ReactNode
  /** What is wrong with the value, as a sentence. Marks the field as invalid. */
  error?: string | null | undefined
}

/** The label of a React Aria field. */
export function FieldLabel({ label, hideLabel = false }: Pick<FieldProps, 'label' | 'hideLabel'>) {
  return <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
}

/** The text below the control: the error if there is one, otherwise the description. */
export function FieldNotes({ description, error }: Pick<FieldProps, 'description' | 'error'>) {
  return (
    <>
      {description !== undefined && !error && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error ?? ''}</FieldError>
    </>
  )
}

export interface FieldGroupProps {
  label: string
  children: ReactNode
}

/** A group of fields under one label. */
export function FieldGroup({ label, children }: FieldGroupProps) {
  return (
    <fieldset className="field-group">
      <legend className="field-group-label">{label}</legend>
      {children}
    </fieldset>
  )
}
