import type { Command } from 'commander'
import type { KnownPerson } from '../../shared/contract/people.ts'
import { t } from '../../shared/messages/translate.ts'
import { gatherPeople, type Person } from '../../shared/people/gather-people.ts'
import { sessionsOf } from '../../shared/programme/sessions-of.ts'
import { ok, type Result } from '../../shared/result.ts'
import { alignColumns } from '../columns.ts'
import { type Answer, createCommand, examples, runCommand } from '../command.ts'
import { findTrip, notesOn } from '../find-trip.ts'
import type { Journal } from '../journal.ts'
import { safeLine } from '../terminal-text.ts'

/** `lanyard people [TRIP]`: lists the people of a trip, or those whom the entries of all trips name. */
export function peopleCommand(onFailure: () => void): Command {
  const command = createCommand('people', t('cli.people.description'))
    .argument('[trip]', t('cli.people.trip'))
    .addHelpText('after', examples('lanyard people', 'lanyard people "PyCon DE 2026" --json'))
  return command.action((wanted: string | undefined) =>
    runCommand(command, onFailure, (journal) => (wanted === undefined ? everybody(journal) : ofTrip(journal, wanted))),
  )
}

async function everybody(journal: Journal): Promise<Result<Answer>> {
  const known = await journal.call('people.known', { exceptTripId: null })
  if (!known.ok) return known
  const { people } = known.value
  const rows = people.map(({ name, occurrences }) => [safeLine(name), safeLine(tripsOf(occurrences))])
  return ok({ json: { people: people.map(({ name, occurrences }) => ({ name, occurrences })) }, text: toTable(rows) })
}

const tripsOf = (occurrences: KnownPerson['occurrences']) =>
  [...new Set(occurrences.map(({ tripTitle }) => tripTitle))].join(', ')

async function ofTrip(journal: Journal, wanted: string): Promise<Result<Answer>> {
  const found = await findTrip(journal, wanted)
  if (!found.ok) return found
  const tripId = found.value.id
  const trip = await journal.call('trips.open', { tripId })
  if (!trip.ok) return trip
  const [programme, choices] = [
    await journal.call('programme.read', { tripId }),
    await journal.call('people.read', { tripId }),
  ]
  if (!programme.ok) return programme
  if (!choices.ok) return choices
  const sessions = sessionsOf(programme.value)
  const people = gatherPeople({ trip: trip.value, sessions, choices: choices.value })
  const rows = people.map(({ name, role, affiliation, context, entryIds }) => [
    safeLine(name),
    safeLine([role, affiliation, context].filter(Boolean).join(', ')),
    t('count.entries', { count: entryIds.length }),
  ])
  return ok({ json: { people: people.map(valuesOf) }, text: toTable(rows), notes: notesOn(found.value) })
}

function valuesOf({ name, otherNames, role, affiliation, links, note, entryIds, sessionIds, context, wasMet }: Person) {
  return { name, otherNames, role, affiliation, links, note, entries: entryIds, sessions: sessionIds, context, wasMet }
}

function toTable(rows: readonly string[][]): string {
  return rows.length === 0 ? t('cli.people.none') : alignColumns(rows).join('\n')
}
