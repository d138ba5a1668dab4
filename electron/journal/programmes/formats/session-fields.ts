import { isTimeZone } from '../../../shared/time.ts'
import type { Link, Speaker } from '../../../shared/trip.ts'
import { markdownOf } from '../markdown-of.ts'
import { type Fields, firstWords, isFields, listOf, wordsOf } from './json-fields.ts'

/*
 * What JSON formats of programmes have in common: people, links and states, each under one of a few names.
 */

/** The people of a session: objects or names, in a list or in one text. */
export function peopleOf(value: unknown): Speaker[] {
  if (typeof value === 'string') return namesIn(value).map((name) => ({ name, role: '', affiliation: '' }))
  return listOf(value).flatMap((person): Speaker | [] => {
    if (typeof person === 'string') return { name: person, role: '', affiliation: '' }
    return isFields(person) ? personOf(person) : []
  })
}

/** The names in a list that is written as one text: "Ada Lovelace, Grace Hopper & Alan Turing". */
export function namesIn(text: string): string[] {
  return text.split(/\s*[,;\n]\s*|\s+(?:&|and|und|et|y)\s+/).filter((name) => name.trim() !== '')
}

export function personOf(person: Fields): Speaker {
  return {
    name:
      firstWords(person, 'public_name', 'full_public_name', 'fullName', 'full_name', 'display_name', 'name') ||
      `${firstWords(person, 'firstName', 'first_name')} ${firstWords(person, 'lastName', 'last_name')}`.trim(),
    role: firstWords(person, 'tagLine', 'tagline', 'job_title', 'jobTitle', 'position') || roleOf(person['role']),
    affiliation: firstWords(person, 'affiliation', 'organization', 'organisation', 'company', 'institution'),
  }
}

/** Being a speaker is no role: it is what everybody here is. */
function roleOf(value: unknown): string {
  const role = typeof value === 'string' ? value.trim() : ''
  if (/^(speaker|presenter|person)$/i.test(role)) return ''
  return /^[A-Z_]+$/.test(role) ? role.replaceAll('_', ' ').toLowerCase() : role
}

/** Links as objects or as bare addresses. Those relative to the schedule's address become absolute. */
export function linksOf(value: unknown, baseUrl = ''): Link[] {
  return listOf(value).flatMap((link): Link | [] => {
    if (typeof link === 'string') return { label: '', url: absolute(link, baseUrl) }
    if (!isFields(link)) return []
    const url = firstWords(link, 'url', 'href', 'link', 'resource')
    return { label: firstWords(link, 'title', 'description', 'label', 'name'), url: absolute(url, baseUrl) }
  })
}

/** A session's own page as its first link, if it has one. */
export function pageLink(url: unknown, baseUrl = ''): Link[] {
  return typeof url === 'string' && url !== '' ? [{ label: '', url: absolute(url, baseUrl) }] : []
}

/** An address, completed with that of the schedule if it is relative. */
export function absolute(url: string, baseUrl: string): string {
  const trimmed = url.trim()
  if (trimmed === '') return ''
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed) || !URL.canParse(trimmed, baseUrl)) return trimmed
  return new URL(trimmed, baseUrl).href
}

/** Whether a session's fields say that it does not take place. */
export function isCancelled(session: Fields, title: string): boolean {
  const state = firstWords(session, 'state', 'status')
  return (
    ['cancelled', 'canceled', 'is_cancelled', 'isCancelled'].some((name) => isTrue(session[name])) ||
    /^(cancell?ed|withdrawn)$/i.test(state) ||
    /^\W*(cancell?ed|abgesagt|annulée?)\b/i.test(title)
  )
}

const isTrue = (value: unknown) => value === true || value === 1 || /^(?:true|yes|1)$/i.test(wordsOf(value))

/** A language as its code: `de` for "DE" and "de-formal"; what is no code stays as it is written. */
export function languageOf(value: unknown): string {
  const language = wordsOf(value).trim()
  const [found, code = '', region = ''] = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?(?:[-_]\w+)?$/i.exec(language) ?? []
  if (found === undefined) return language
  return region === '' ? code.toLowerCase() : `${code.toLowerCase()}-${region.toUpperCase()}`
}

/** The first of these that is a time zone. */
export function zoneIn(fields: Fields, ...names: readonly string[]): string | null {
  return names.map((name) => wordsOf(fields[name]).trim()).find((zone) => zone !== '' && isTimeZone(zone)) ?? null
}

/** Texts as Markdown, one below the other; one that only repeats the beginning of another is left out. */
export function joinTexts(...texts: readonly string[]): string {
  const trimmed = [...new Set(texts.map((text) => markdownOf(text).trim()))].filter((text) => text !== '')
  return trimmed.filter((text) => !trimmed.some((other) => other !== text && other.startsWith(text))).join('\n\n')
}
