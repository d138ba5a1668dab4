import { allowedIn, type ExportOptions, type OptionValue, optionValuesSchema } from '../../shared/export-options.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Checks the given values of a target's options, and adds the defaults for the others. */
export function parseOptions(
  options: ExportOptions,
  given: Readonly<Record<string, OptionValue>>,
): Result<Readonly<Record<string, OptionValue>>> {
  for (const [name, value] of Object.entries(given)) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined) return unknownOption(options, name)
    const parsed = optionValuesSchema({ [name]: option }).safeParse({ [name]: value })
    if (!parsed.success)
      return fail('export.invalid-option', { name, value: String(value), allowed: allowedIn(option) })
  }
  return ok(optionValuesSchema(options).parse(given))
}

function unknownOption(options: ExportOptions, name: string): Result<never> {
  const known = Object.keys(options)
  return known.length === 0
    ? fail('export.no-options', { name: name.slice(0, 100) })
    : fail('export.unknown-option', { name: name.slice(0, 100), known })
}
