import type { FoundSite } from '../../electron/shared/contract/destinations.ts'
import type { ExportTarget } from '../../electron/shared/contract/exports.ts'
import type { Destination, KeyValue } from '../../electron/shared/destinations.ts'
import { frontKeyPattern } from '../../electron/shared/front-key.ts'
import { type Entered, enteredOf, readOptions } from './option-fields.tsx'

/** What is done with a key of the front matter. */
export const keyRules = ['rename', 'add', 'omit'] as const
/** The kinds of a fixed value. */
export const valueKinds = ['text', 'number', 'yes-no', 'list'] as const

/** A key as it is being entered. */
export interface KeyDraft {
  /** Among those of the draft. */
  id: number
  rule: (typeof keyRules)[number]
  key: string
  kind: (typeof valueKinds)[number]
  /** The new name, or the value as it was typed; `yes` or `no` for a value of that kind. */
  value: string
}

/** A destination as it is being entered. */
export interface DestinationDraft {
  id: string
  isNew: boolean
  name: string
  folder: string
  target: string
  /** The options by target. */
  entered: ReadonlyMap<string, Entered>
  keys: readonly KeyDraft[]
}

/** Whether a site can be written by this target. */
export const fitsSites = ({ makes, group }: ExportTarget): boolean =>
  makes === 'site' || (makes === 'folder' && group === 'files')

export function newDraft({ folder, name, target }: FoundSite, targets: readonly ExportTarget[]): DestinationDraft {
  const fitting = targets.filter(fitsSites)
  const guessed = fitting.find(({ id }) => id === target) ?? fitting.find(({ makes }) => makes === 'site')
  return {
    id: crypto.randomUUID(),
    isNew: true,
    name: name.slice(0, 100),
    folder,
    target: guessed?.id ?? '',
    entered: new Map(),
    keys: [],
  }
}

export function draftOf(destination: Destination, targets: readonly ExportTarget[]): DestinationDraft {
  const { id, name, folder, target, options, keys } = destination
  const known = targets.find((one) => one.id === target)
  const rules: Omit<KeyDraft, 'id'>[] = [
    ...Object.entries(keys.rename).map(([key, value]) => ({ rule: 'rename', key, kind: 'text', value }) as const),
    ...Object.entries(keys.add).map(([key, value]) => ({ rule: 'add', key, ...enterValue(value) }) as const),
    ...keys.omit.map((key) => ({ rule: 'omit', key, kind: 'text', value: '' }) as const),
  ]
  return {
    id,
    isNew: false,
    name,
    folder,
    target,
    entered: new Map(known ? [[target, enteredOf(known.options, options)]] : []),
    keys: rules.map((rule, index) => ({ ...rule, id: index })),
  }
}

export function withNewKey(draft: DestinationDraft): DestinationDraft {
  const id = Math.max(-1, ...draft.keys.map((key) => key.id)) + 1
  return { ...draft, keys: [...draft.keys, { id, rule: 'add', key: '', kind: 'text', value: '' }] }
}

/** The destination that was entered; `null` if something in it is missing or not valid. */
export function readDraft(draft: DestinationDraft, targets: readonly ExportTarget[]): Destination | null {
  const target = targets.find(({ id }) => id === draft.target)
  const options = target && readOptions(target.options, draft.entered.get(target.id) ?? {})
  const name = draft.name.trim()
  if (!options || name === '' || name.length > 100) return null
  const keys: Destination['keys'] = { rename: {}, add: {}, omit: [] }
  for (const one of draft.keys) {
    const value = readKey(one)
    if (value === null) return null
    if (one.rule === 'omit') keys.omit.push(one.key)
    else if (one.rule === 'rename') keys.rename[one.key] = String(value)
    else keys.add[one.key] = value
  }
  return { id: draft.id, name, folder: draft.folder, target: draft.target, options, keys }
}

/** What is wrong with a key: its name, or its value. */
export function problemIn(draft: KeyDraft): 'key' | 'value' | null {
  if (!frontKeyPattern.test(draft.key)) return 'key'
  return readKey(draft) === null ? 'value' : null
}

/** The new name or the value of a key; `null` if it is not valid. */
function readKey({ rule, key, kind, value }: KeyDraft): KeyValue | null {
  if (!frontKeyPattern.test(key)) return null
  if (rule === 'omit') return ''
  if (rule === 'rename') return frontKeyPattern.test(value) ? value : null
  switch (kind) {
    case 'text':
      return value
    case 'number':
      return /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : null
    case 'yes-no':
      return value === 'yes'
    case 'list':
      return value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    default:
      return kind satisfies never
  }
}

function enterValue(value: KeyValue): Pick<KeyDraft, 'kind' | 'value'> {
  if (typeof value === 'string') return { kind: 'text', value }
  if (typeof value === 'number') return { kind: 'number', value: String(value) }
  if (typeof value === 'boolean') return { kind: 'yes-no', value: value ? 'yes' : 'no' }
  return { kind: 'list', value: value.join(', ') }
}
