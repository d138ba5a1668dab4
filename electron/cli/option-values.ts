import { allowedIn, type ExportOption, type ExportOptions, type OptionValue } from '../shared/export-options.ts'
import { fail, ok, type Result } from '../shared/result.ts'

/** Reads the values of `--option name=value`. An unknown name is left for the engine to refuse. */
export function readOptionValues(
  options: ExportOptions,
  given: readonly string[],
): Result<Record<string, OptionValue>> {
  const values: Record<string, OptionValue> = {}
  for (const text of given) {
    const [, name = text, written = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? []
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    const value = option === undefined ? written : readValue(option, written)
    if (option !== undefined && value === null) {
      return fail('export.invalid-option', { name, value: written, allowed: allowedIn(option) })
    }
    values[name] = value ?? written
  }
  return ok(values)
}

function readValue(option: ExportOption, written: string): OptionValue | null {
  switch (option.kind) {
    case 'switch':
      if (/^(?:yes|true|on)$/i.test(written)) return true
      return /^(?:no|false|off)$/i.test(written) ? false : null
    case 'number':
      return /^-?\d+$/.test(written) ? Number(written) : null
    case 'choice':
    case 'text':
      return written
    default:
      return option satisfies never
  }
}

/** A value as it is typed on the command line. */
export function writeValue(value: OptionValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
