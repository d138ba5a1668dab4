import type { z } from 'zod'
import { assertNever } from '../../shared/result.ts'

/**
 * Describes the first problem that a schema found, for the person who typed the value: "The time zone is not a time
 * zone that this computer knows."
 */
export function describeProblem(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'Something in what was entered cannot be used.'
  // A schema's own sentence is more specific than anything made here.
  if (/^[A-Z].*\.$/.test(issue.message)) return issue.message
  const name = nameOf(issue.path)
  if (issue.message.startsWith('not ')) return `${name} is ${issue.message}.`
  switch (issue.code) {
    case 'invalid_format':
      return `${name} is not ${formats[issue.format] ?? 'in a form that Lanyard knows'}.`
    case 'too_big':
      return `${name} is too long.`
    case 'too_small':
      return `${name} is too short.`
    case 'invalid_value':
      return `${name} must be one of: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return `${name} has parts that Lanyard does not know: ${issue.keys.slice(0, 5).join(', ')}.`
    case 'invalid_type':
      return `${name} is missing or is not ${issue.expected === 'string' ? 'a text' : `of the kind "${issue.expected}"`}.`
    case 'custom':
      return issue.message === 'too large' ? `${name} is too large.` : `${name} cannot be used.`
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return `${name} cannot be used.`
    default:
      return assertNever(issue)
  }
}

const formats: Record<string, string> = {
  date: 'a date such as 2026-04-14',
  datetime: 'a date with time and offset such as 2026-04-14T10:45:00+02:00',
  regex: 'in a form that Lanyard knows',
}

/** `['changes', 'lastDay']` -> "The last day". */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.findLast((part) => typeof part === 'string')
  if (last === undefined) return 'What was entered'
  return `The ${last.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`
}
