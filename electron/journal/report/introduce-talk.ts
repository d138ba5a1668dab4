import type { Paragraph, PhrasingContent, Text } from 'mdast'
import { isSameName } from '../../shared/report/entry-content.ts'
import { wordsOf } from '../../shared/report/language.ts'
import type { Link, Speaker, Talk } from '../../shared/trip.ts'
import { plainPhrases } from './plain-phrases.ts'

const text = (value: string): Text => ({ type: 'text', value })

/**
 * The speakers and links of a talk, for below its heading, or `null`. A speaker whose name is the heading
 * is not named again.
 *
 * @param heading the words above; empty if there is no heading
 */
export function talkDetails(talk: Talk, heading: string, language: string): Paragraph | null {
  const speakers = nameSpeakers(talk.speakers, heading, language)
  const links = listLinks(talk.links)
  if (speakers === '' && links.length === 0) return null
  if (speakers === '') return { type: 'paragraph', children: links }
  return { type: 'paragraph', children: [...plainPhrases(speakers), ...inParentheses(links)] }
}

/** A talk in one sentence: “Pair & Share” by Axel Buddendiek (slides). `null` if nothing is known about it. */
export function talkSentence(talk: Talk, language: string): Paragraph | null {
  const words = wordsOf(language)
  const title = oneLine(talk.title)
  if (title === '') return talkDetails(talk, '', language)
  // “Ada” by Ada says nothing, but “Ada” by Ada (moderator) does.
  const named = talk.speakers.filter((speaker) => !isSameName(speaker.name, title) || detailsOf(speaker) !== '')
  const speakers = nameSpeakers(named, '', language)
  const said = `${words.quotes[0]}${title}${words.quotes[1]}${speakers === '' ? '' : ` ${words.by} ${speakers}`}`
  const links = listLinks(talk.links)
  if (links.length === 0) return { type: 'paragraph', children: plainPhrases(`${said}.`) }
  return { type: 'paragraph', children: [...plainPhrases(said), ...inParentheses(links), text('.')] }
}

function inParentheses(links: readonly PhrasingContent[]): PhrasingContent[] {
  return links.length === 0 ? [] : [text(' ('), ...links, text(')')]
}

/** The speakers as a list in the trip's language: "Abigail Dogbe (PyLadies Ghana), Dima and Georgi (moderator)". */
function nameSpeakers(speakers: readonly Speaker[], title: string, language: string): string {
  const names = speakers
    .filter((speaker) => oneLine(speaker.name) !== '')
    .map((speaker) => {
      const details = detailsOf(speaker)
      if (isSameName(speaker.name, title)) return details
      return details === '' ? oneLine(speaker.name) : `${oneLine(speaker.name)} (${details})`
    })
    .filter(Boolean)
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}

function detailsOf({ role, affiliation }: Speaker): string {
  return [role, affiliation].map(oneLine).filter(Boolean).join(', ')
}

function listLinks(links: readonly Link[]): PhrasingContent[] {
  const shown = links.filter((link) => link.url.trim() !== '' || link.label.trim() !== '')
  return shown.flatMap((link, index) => [...(index === 0 ? [] : [text(', ')]), showLink(link)])
}

/** A link, or plain text if its address is not on the web. */
function showLink(link: Link): PhrasingContent {
  const url = link.url.trim()
  const label = text(oneLine(link.label) || url)
  return isWebAddress(url) ? { type: 'link', url, title: null, children: [label] } : label
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:', 'mailto:'].includes(new URL(url).protocol)
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
