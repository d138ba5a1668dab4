import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import './field.css'

/** What every field has around its control. */
export interface FieldProps {
  label: string
  /** The label is there for screen readers, and not to be seen. */
  hideLabel?: boolean
  /** One quiet line below. */
  description?: ReactNode
  /** What is wrong with what was typed, as a sentence; the field is then marked. */
  error?: string | null | undefined
}

/** The label of a React Aria field. */
export function FieldLabel({ label, hideLabel = false }: Pick<FieldProps, 'label' | 'hideLabel'>) {
  return <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
}

/** What stands below the control: what is wrong, or else the description. */
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

/** Fields that belong together, under one name. */
export function FieldGroup({ label, children }: FieldGroupProps) {
  return (
    <fieldset className="field-group">
      <legend className="field-group-label">{label}</legend>
      {children}
    </fieldset>
  )
}
