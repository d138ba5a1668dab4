import {
  allowedIn,
  type ExportOption,
  type ExportOptions,
  type OptionValue,
  wholePattern,
} from '../../electron/shared/export-options.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { Checkbox } from '../components/switch.tsx'
import { FieldGroup } from '../components/field.tsx'
import { Select } from '../components/select.tsx'
import { TextField } from '../components/text-field.tsx'
import '../components/field.css'

/** The entered values of options, by name. A number is stored as it was typed. */
export type Entered = Readonly<Record<string, boolean | string>>

interface OptionFieldsProps {
  options: ExportOptions
  entered: Entered
  onChange: (entered: Entered) => void
}

/** A field for each option of a target. */
export function OptionFields({ options, entered, onChange }: OptionFieldsProps) {
  const names = Object.entries(options)
  if (names.length === 0) return null
  return (
    <FieldGroup label={t('export.options')}>
      {names.map(([name, option]) => (
        <OptionField
          key={name}
          option={option}
          value={entered[name] ?? initialOf(option)}
          onChange={(value) => onChange({ ...entered, [name]: value })}
        />
      ))}
    </FieldGroup>
  )
}

interface OptionFieldProps {
  option: ExportOption
  value: boolean | string
  onChange: (value: boolean | string) => void
}

function OptionField({ option, value, onChange }: OptionFieldProps) {
  const label = render(option.label)
  const description = render(option.description)
  switch (option.kind) {
    case 'switch':
      return (
        <div className="field">
          <Checkbox isSelected={value === true} onChange={onChange}>
            {label}
          </Checkbox>
          <p className="field-description">{description}</p>
        </div>
      )
    case 'choice': {
      const items = option.choices.map((choice) => ({ id: choice.value, label: render(choice.label) }))
      return <Select {...{ label, description, items, onChange }} value={String(value)} />
    }
    case 'text':
      return <TextField {...{ label, description, onChange }} value={String(value)} error={problemIn(option, value)} />
    case 'number':
      return (
        <TextField
          {...{ label, description, onChange }}
          inputMode="numeric"
          value={String(value)}
          error={problemIn(option, value)}
        />
      )
    default:
      return option satisfies never
  }
}

function initialOf(option: ExportOption): boolean | string {
  return option.kind === 'number' ? String(option.initial) : option.initial
}

function problemIn(option: ExportOption, value: boolean | string): string | null {
  return readOption(option, value) === null ? t('export.option.invalid', { allowed: allowedIn(option) }) : null
}

/** Values as they would be entered. Those of options that the target does not have any more are left out. */
export function enteredOf(options: ExportOptions, values: Readonly<Record<string, OptionValue>>): Entered {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const option = Object.hasOwn(options, name) ? options[name] : undefined
      if (option === undefined) return []
      const entered = typeof value === 'number' ? String(value) : value
      return readOption(option, entered) === null ? [] : [[name, entered]]
    }),
  )
}

/** The entered values; `null` if one of them is not valid. */
export function readOptions(options: ExportOptions, entered: Entered): Record<string, OptionValue> | null {
  const values: Record<string, OptionValue> = {}
  for (const [name, option] of Object.entries(options)) {
    const value = readOption(option, entered[name] ?? initialOf(option))
    if (value === null) return null
    values[name] = value
  }
  return values
}

function readOption(option: ExportOption, value: boolean | string): OptionValue | null {
  switch (option.kind) {
    case 'switch':
      return value
    case 'choice':
      return option.choices.some((choice) => choice.value === value) ? value : null
    case 'text': {
      const text = String(value).trim()
      return text.length <= option.maxLength && wholePattern(option.pattern).test(text) ? text : null
    }
    case 'number': {
      const text = String(value).trim()
      const number = /^\d+$/.test(text) ? Number(text) : NaN
      return number >= option.min && number <= option.max ? number : null
    }
    default:
      return option satisfies never
  }
}
