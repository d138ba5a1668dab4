import { z } from 'zod'
import { type Message, message } from './messages/message.ts'
import { messageSchema } from './messages/message-schema.ts'

/*
 * The options of an export. A target describes its options as data, so that the window shows them as fields and the
 * command line accepts them as `--option name=value`, without either knowing the target.
 */

const about = { label: messageSchema, description: messageSchema }

const choiceSchema = z.strictObject({ value: z.string(), label: messageSchema })

export const exportOptionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('switch'), ...about, initial: z.boolean() }),
  z.strictObject({
    kind: z.literal('choice'),
    ...about,
    choices: z.array(choiceSchema).readonly(),
    initial: z.string(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    ...about,
    maxLength: z.int(),
    /** A regular expression that the whole value has to match. */
    pattern: z.string(),
    initial: z.string(),
  }),
  z.strictObject({ kind: z.literal('number'), ...about, min: z.int(), max: z.int(), initial: z.int() }),
])

/** The options of a target by name, which is also their name on the command line. */
export const exportOptionsSchema = z.record(z.string(), exportOptionSchema)

export const optionValueSchema = z.union([z.boolean(), z.string().max(10_000), z.number()])

export type ExportOption = Readonly<z.infer<typeof exportOptionSchema>>
export type ExportOptions = Readonly<Record<string, ExportOption>>
export type OptionValue = z.infer<typeof optionValueSchema>

type ValueOf<O extends ExportOption> = O extends { kind: 'switch' }
  ? boolean
  : O extends { kind: 'choice'; choices: readonly { value: infer V }[] }
    ? V
    : O extends { kind: 'text' }
      ? string
      : number

/** The chosen value of each option. */
export type OptionValues<O extends ExportOptions> = { readonly [K in keyof O]: ValueOf<O[K]> }

function valueSchema(option: ExportOption): z.ZodType<OptionValue> {
  switch (option.kind) {
    case 'switch':
      return z.boolean().default(option.initial)
    case 'choice':
      return z.enum(option.choices.map(({ value }) => value)).default(option.initial)
    case 'text':
      return z.string().max(option.maxLength).regex(wholePattern(option.pattern)).default(option.initial)
    case 'number':
      return z.int().min(option.min).max(option.max).default(option.initial)
    default:
      return option satisfies never
  }
}

/**
 * The schema of values for a target's options. Missing values are replaced with their defaults; unknown names are
 * rejected.
 */
export function optionValuesSchema<O extends ExportOptions>(options: O): z.ZodType<OptionValues<O>> {
  const shape = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, valueSchema(option)]))
  // It has one schema for each of these options, which the type of `Object.fromEntries` cannot express.
  return z.strictObject(shape) as unknown as z.ZodType<OptionValues<O>>
}

/** A regular expression that matches only whole texts. */
export function wholePattern(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}

/** The values that an option accepts, as part of a sentence: `yes or no`, `a whole number from 0 to 200`. */
export function allowedIn(option: ExportOption): Message {
  switch (option.kind) {
    case 'switch':
      return message('export.allowed.switch', { yes: 'yes', no: 'no' })
    case 'choice':
      return message('export.allowed.choice', { values: option.choices.map(({ value }) => value) })
    case 'text':
      return message('export.allowed.text', { max: option.maxLength })
    case 'number':
      return message('export.allowed.number', { min: option.min, max: option.max })
    default:
      return option satisfies never
  }
}
