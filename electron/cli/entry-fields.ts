import type { Input } from '../shared/contract/index.ts'
import { assertNever } from '../shared/result.ts'
import type { EntryKind, Link, SessionKind, Speaker } from '../shared/trip.ts'

/** What `lanyard add` can be called with, as it is typed. */
export interface AddOptions {
  kind?: EntryKind
  day?: string
  start?: string
  end?: string
  title?: string
  shortTitle?: string
  speaker?: string[]
  room?: string
  session?: SessionKind
  link?: string[]
  own?: true
  who?: string
  role?: string
  context?: string
  tag?: string[]
  highlight?: true
  private?: true
  text?: string
  file?: string
}

type Fields = NonNullable<Input<'entries.add'>['fields']>

const ofTalks = ['shortTitle', 'speaker', 'room', 'session', 'end', 'link', 'own'] as const
const ofEncounters = ['who', 'role', 'context'] as const

/** The kind of entry that is meant: the one that is named, else the one that has such fields. */
export function kindOf(options: AddOptions): EntryKind {
  if (options.kind !== undefined) return options.kind
  if (ofTalks.some((field) => options[field] !== undefined)) return 'talk'
  return ofEncounters.some((field) => options[field] !== undefined) ? 'encounter' : 'note'
}

/** The flags that entries of this kind do not have: `--room` of a note. */
export function strayFlags(kind: EntryKind, options: AddOptions): string[] {
  const strays = {
    talk: ofEncounters,
    note: [...ofTalks, ...ofEncounters],
    encounter: [...ofTalks, 'title' as const],
  }[kind]
  return strays
    .filter((field) => options[field] !== undefined)
    .map((field) => `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)
}

/** What is known of the entry from the beginning. */
export function fieldsOf(kind: EntryKind, options: AddOptions, text: string, end: string | null): Fields {
  const shared = {
    text,
    tags: options.tag ?? [],
    highlight: options.highlight === true,
    private: options.private === true,
  }
  switch (kind) {
    case 'talk':
      return {
        ...shared,
        kind,
        title: options.title ?? '',
        shortTitle: options.shortTitle ?? '',
        speakers: (options.speaker ?? []).map(readSpeaker),
        room: options.room ?? '',
        session: options.session ?? 'talk',
        links: (options.link ?? []).map(readLink),
        own: options.own === true,
        end,
      }
    case 'note':
      return { ...shared, kind, title: options.title ?? '' }
    case 'encounter':
      return { ...shared, kind, who: options.who ?? '', role: options.role ?? '', context: options.context ?? '' }
    default:
      return assertNever(kind)
  }
}

/** Reads `Name; role; affiliation`, of which the last two may be missing. */
function readSpeaker(typed: string): Speaker {
  const [name = '', role = '', ...affiliation] = typed.split(';').map((part) => part.trim())
  return { name, role, affiliation: affiliation.join('; ') }
}

/** Reads `slides=https://…`; an address alone is called by its host. */
function readLink(typed: string): Link {
  const at = typed.indexOf('=')
  if (at < 0 || /^[a-z][a-z0-9+.-]*:/i.test(typed)) {
    return { label: URL.canParse(typed) ? new URL(typed).host : '', url: typed }
  }
  return { label: typed.slice(0, at).trim(), url: typed.slice(at + 1).trim() }
}
