import type { z } from 'zod'
import { quoted } from '../../shared/messages/message.ts'
import type { MessageParams } from '../../shared/messages/message-params.ts'
import { assertNever, fail, type Result } from '../../shared/result.ts'

/** Maximum number of unknown names that are shown. */
const MAX_NAMES = 5

/** Describes the first problem that a schema found, for the person who typed the value. */
export function describeProblem(error: z.ZodError): Result<never> {
  const issue = error.issues[0]
  const name = issue?.path.findLast((part) => typeof part === 'string')
  if (issue?.code === 'unrecognized_keys') return fail('input.unknown-fields', { names: quoted(issue.keys, MAX_NAMES) })
  if (issue === undefined || name === undefined) return fail('input.invalid')
  switch (issue.code) {
    case 'invalid_format':
      return describeFormat(issue.format, name)
    case 'too_big':
      return fail('input.too-long', { field: isLongField(name) ? name : 'other', name })
    case 'too_small':
      return fail('input.too-short', { name })
    case 'invalid_value':
      return fail('input.invalid-choice', { name, values: issue.values.map(String) })
    case 'invalid_type':
      return fail('input.missing-field', { name })
    case 'custom':
      return describeRefusal(name, issue.params)
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return fail('input.invalid-field', { name })
    default:
      return assertNever(issue)
  }
}

function describeFormat(format: string, name: string): Result<never> {
  if (format === 'date') return fail('input.invalid-date', { field: isDay(name) ? name : 'other', name })
  if (format === 'datetime') return fail('input.invalid-moment', { name })
  return name === 'language' ? fail('input.invalid-language') : fail('input.invalid-field', { name })
}

/** A refusal by a schema's own check, which describes it in the issue's parameters. */
function describeRefusal(name: string, params: Record<string, unknown> | undefined): Result<never> {
  if (params?.['isTooLarge'] === true) return fail('input.too-large', { name })
  if (name === 'timeZone') return fail('input.unknown-time-zone')
  return name === 'title' ? fail('input.title-missing') : fail('input.invalid-field', { name })
}

type LongField = MessageParams['failure.input.too-long']['field']

/** The fields whose sentences use the same names as the window. */
const longFields: ReadonlySet<string> = new Set<LongField>([
  'title',
  'venue',
  'city',
  'country',
  'text',
  'caption',
  'alt',
])

const isLongField = (name: string): name is LongField => longFields.has(name)

const isDay = (name: string): name is 'firstDay' | 'lastDay' => name === 'firstDay' || name === 'lastDay'
