import { removeControls } from '../../shared/invisible-characters.ts'
import type { Link, Speaker } from '../../shared/trip.ts'
import { decodeReferences } from './decode-references.ts'
import { plainLineOf } from './markdown-of.ts'
import type { ReadSession } from './read-programme.ts'

const MAX_LINE = 10_000
/** Longer names are taken as they are: looking for the end of a tag takes the longer, the more tags there are. */
const MAX_NAME = 1_000
const MAX_TEXT = 1024 * 1024
/** Long identities are cut here, so that their times can be appended. */
const MAX_SOURCE = 1_000

/** A text in one line, without control characters and white space around it. */
export function tidyLine(text: string, max = MAX_LINE): string {
  if (text.length <= max && !untidy.test(text)) return text
  return cut(clean(text).replaceAll(/\s+/g, ' ').trim(), max)
}

function tidyText(text: string): string {
  return text === '' ? text : cut(clean(text).trim(), MAX_TEXT)
}

/** Most texts are tidy, and all of them are asked. */
const invisible = String.raw`\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff`
const suspicious = new RegExp(`[${invisible}]`)
const untidy = new RegExp(String.raw`[${invisible}]|[^\S ]|  |^ | $`)

const clean = (text: string) => (suspicious.test(text) ? removeControls(text).replaceAll(/\p{Cs}/gu, '\ufffd') : text)

function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/[\ud800-\udbff]$/, '')
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i
const pairedTag =
  /<(a|b|big|code|del|div|em|font|i|ins|mark|p|s|small|span|strong|sub|sup|tt|u)(?:\s[^<>]*)?>[^]*<\/\1\s*>|<br\s*\/?>/i

/** A name in one line. Some exports write HTML where plain text should be; a tag alone is what a title is about. */
export function tidyName(text: string): string {
  if (text.length > MAX_NAME || !/[<&]/.test(text)) return tidyLine(text)
  if (pairedTag.test(text)) return tidyLine(plainLineOf(text))
  return tidyLine(reference.test(text) ? decodeReferences(text) : text)
}

/** A session with all its texts as they may be stored. */
export function tidySession(session: ReadSession): ReadSession {
  const title = tidyName(session.title)
  const subtitle = tidyName(session.subtitle)
  const type = tidyName(session.type)
  return {
    ...session,
    source: tidyLine(session.source, MAX_SOURCE),
    // A session without any name is still one.
    title: title || subtitle || type || '…',
    subtitle: title === '' ? '' : subtitle,
    type,
    track: tidyName(session.track),
    room: tidyName(session.room),
    language: tidyLine(session.language),
    speakers: tidySpeakers(session.speakers),
    abstract: tidyText(session.abstract),
    links: tidyLinks(session.links),
    feedbackUrl: webAddress(session.feedbackUrl) ?? '',
  }
}

/** Each speaker once, those without a name left out. */
function tidySpeakers(speakers: readonly Speaker[]): Speaker[] {
  const byName = new Map<string, Speaker>()
  for (const { name: raw, role, affiliation } of speakers) {
    const name = tidyName(raw)
    if (name === '') continue
    const known = byName.get(name)
    byName.set(name, {
      name,
      role: known?.role || tidyName(role),
      affiliation: known?.affiliation || tidyName(affiliation),
    })
  }
  return [...byName.values()]
}

/** Each address once, those that cannot be opened left out. */
function tidyLinks(links: readonly Link[]): Link[] {
  const byUrl = new Map<string, Link>()
  for (const link of links) {
    const url = webAddress(link.url)
    if (url === null) continue
    const label = tidyLine(link.label)
    byUrl.set(url, { label: byUrl.get(url)?.label || (label === url ? '' : label), url })
  }
  return [...byUrl.values()]
}

/** An address as it is written, if it is one of a web page or a mailbox. */
export function webAddress(text: string): string | null {
  const url = tidyLine(text)
  if (url.length < MAX_LINE && plainAddress.test(url)) return url
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(url) && url.length < MAX_LINE && URL.canParse(url) ? url : null
}

/** Almost all addresses are like this. They need not be parsed, which takes far longer. */
const plainAddress = /^https?:\/\/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)+(?:\/[!-~]*)?$/i
