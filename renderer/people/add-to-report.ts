import { t } from '../../electron/shared/messages/translate.ts'
import type { Person } from '../../electron/shared/people/gather-people.ts'
import { useTrip } from '../state/open-trip.ts'

/** Characters that would make more of a name than words. */
const escape = (text: string) => text.replaceAll(/[\\`*_[\]<>#]/g, '\\$&')

/** The line about a person in a list of people met. */
function lineOf({ name, role, affiliation, links }: Person): string {
  const [link] = links
  const shown = link === undefined || link.url === '' ? escape(name) : `[${escape(name)}](<${link.url}>)`
  return `- ${[shown, ...[role, affiliation].filter(Boolean).map(escape)].join(', ')}`
}

/** Whether the closing of the report lists somebody. */
export function isInReport(closing: string, person: Person): boolean {
  return closing.split('\n').some((line) => line === lineOf(person) || line.startsWith(`- ${escape(person.name)}`))
}

/** Adds a line about a person to the closing of the report. It is the user's text from then on. */
export function addToReport(person: Person): void {
  const { trip, editReport } = useTrip.getState()
  if (trip === null) return
  const { closing } = trip.report
  const text = closing.text.trimEnd()
  const head = `**${t('people.met')}**`
  const isBegun = text.split('\n').includes(head)
  const before = isBegun ? `${text}\n` : `${text === '' ? '' : `${text}\n\n`}${head}\n\n`
  const undoAs = t('people.step-report', { name: person.name })
  editReport({ closing: { ...closing, text: before + lineOf(person) } }, { undoAs })
}
