import { z } from 'zod'
import { exporters } from '../../electron/journal/exporters/index.ts'
import { type Channel, channels } from '../../electron/shared/contract/index.ts'
import type { Random } from '../torture/random.ts'
import { heavyValues, strangeText, strangeValues } from './corpora/payloads.ts'

/** What a payload can refer to, so that it gets past the first checks. */
export interface Known {
  /** Values by the name of their field: ids of trips under `tripId`. */
  values: Map<string, string[]>
  /** Paths and names that lead elsewhere. */
  paths: readonly string[]
  /** Those without any disguise, which are the likeliest to work. */
  plainPaths: readonly string[]
  /** Contents of files. */
  files: readonly Uint8Array[]
}

/** The part of JSON Schema that zod makes of the contract. */
const schemaOf = (channel: Channel) =>
  jsonSchema.parse(z.toJSONSchema(channels[channel].input, { io: 'input', unrepresentable: 'any' }))

interface JsonSchema {
  /** Several if it may be `null`. */
  type?: string | string[] | undefined
  const?: unknown
  enum?: unknown[] | undefined
  pattern?: string | undefined
  format?: string | undefined
  properties?: Record<string, JsonSchema> | undefined
  required?: string[] | undefined
  items?: JsonSchema | undefined
  anyOf?: JsonSchema[] | undefined
  oneOf?: JsonSchema[] | undefined
  additionalProperties?: boolean | JsonSchema | undefined
}

const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    items: jsonSchema.optional(),
    anyOf: z.array(jsonSchema).optional(),
    oneOf: z.array(jsonSchema).optional(),
    additionalProperties: z.union([z.boolean(), jsonSchema]).optional(),
  }),
)

const schemas = new Map<Channel, JsonSchema>()

/** A payload for a channel: valid, or valid but for something, or nothing like it. */
export function inventInput(channel: Channel, known: Known, random: Random): unknown {
  const schema = schemas.get(channel) ?? schemaOf(channel)
  schemas.set(channel, schema)
  const kind = random.next()
  if (kind < 0.02) return random.pick(strangeValues)()
  const input = valid(schema, '', known, random)
  if (kind < 0.45) return input
  let spoiled = input
  const times = 1 + random.below(2)
  for (let time = 0; time < times; time++) spoiled = spoil(spoiled, known, random)
  return spoiled
}

/** A value that a schema allows, or nearly: what zod cannot express as JSON Schema is not known here. */
function valid(schema: JsonSchema, name: string, known: Known, random: Random): unknown {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return valid(random.pick(choices), name, known, random)
  if (schema.enum !== undefined) return random.pick(schema.enum)
  if (schema.const !== undefined) return schema.const
  switch (Array.isArray(schema.type) ? random.pick(schema.type) : schema.type) {
    case 'object':
      return validObject(schema, known, random)
    case 'array': {
      const { items = {} } = schema
      return Array.from({ length: random.below(4) }, () => valid(items, name, known, random))
    }
    case 'string':
      return validText(schema, name, known, random)
    case 'integer':
      return random.below(1000)
    case 'number':
      return random.next() * 1000
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    case undefined:
    default:
      // Bytes have no JSON Schema.
      return someFile(known, random)
  }
}

function validObject(schema: JsonSchema, known: Known, random: Random): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (schema.required?.includes(key) === true || random.chance(0.3)) made[key] = valid(property, key, known, random)
  }
  if (typeof schema.additionalProperties === 'object' && random.chance(0.7)) {
    const ids = [...(known.values.get('entryId') ?? []), 'pictures', '__proto__', 'constructor']
    Object.defineProperty(made, random.pick(ids), {
      value: valid(schema.additionalProperties, '', known, random),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return made
}

function validText({ pattern, format }: JsonSchema, name: string, known: Known, random: Random): string {
  const values = known.values.get(name) ?? []
  // A name can be anything, and an id that exists gets further than any other.
  if (values.length > 0 && random.chance(name === 'name' ? 0.3 : 0.9)) return random.pick(values)
  if (format === 'date') return `2026-04-${14 + random.below(3)}`
  if (format === 'date-time') return `2026-04-${14 + random.below(3)}T1${random.below(10)}:00:00Z`
  if (name === 'target') return random.pick(exporters).id
  if (name === 'timeZone') return random.pick(['Europe/Berlin', 'America/Toronto', 'UTC'])
  if (name === 'language') return random.pick(['en', 'de', 'pt-BR'])
  if (pattern?.includes('[0-9a-f]{8}') === true) return crypto.randomUUID()
  if (pattern?.includes('\\d{8}T') === true) return '20260414T101500000Z'
  return random.chance(0.5) ? somePath(known, random) : strangeText(random)
}

/** A copy, because what is sent is moved to other threads. */
const someFile = (known: Known, random: Random) => new Uint8Array(random.pick(known.files))

const somePath = (known: Known, random: Random) => random.pick(random.chance(0.2) ? known.plainPaths : known.paths)

/** The value with one part of it replaced, removed or added. */
function spoil(value: unknown, known: Known, random: Random): unknown {
  const isObject = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
  if (!isObject || random.chance(0.2)) return replacement(known, random)
  if (Array.isArray(value)) {
    const list: unknown[] = value.slice(0, 1000)
    const index = random.below(list.length + 1)
    list[index] = index < list.length ? spoil(list[index], known, random) : replacement(known, random)
    return list
  }
  const keys = Object.keys(value)
  const copy: Record<string, unknown> = { ...value }
  const how = random.next()
  if (keys.length === 0 || how < 0.2) {
    const extra = random.pick(['__proto__', 'constructor', 'prototype', 'path', 'folder', 'then', 'toJSON', ''])
    // Assigning to `__proto__` would change this object alone, and not be sent.
    Object.defineProperty(copy, extra, {
      value: replacement(known, random),
      enumerable: true,
      configurable: true,
      writable: true,
    })
    return copy
  }
  const key = random.pick(keys)
  if (how < 0.3) delete copy[key]
  else copy[key] = spoil(copy[key], known, random)
  return copy
}

function replacement(known: Known, random: Random): unknown {
  const kind = random.next()
  if (kind < 0.03) return random.pick(heavyValues)()
  if (kind < 0.35) return random.pick(strangeValues)()
  if (kind < 0.7) return somePath(known, random)
  if (kind < 0.8) return random.pick([...known.values.values()].flat())
  if (kind < 0.85) return someFile(known, random)
  return strangeText(random)
}
