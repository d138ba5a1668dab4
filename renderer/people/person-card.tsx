import { useState } from 'react'
import { Button as LinkButton } from 'react-aria-components'
import type { Occurrence } from '../../electron/shared/contract/people.ts'
import { entryName } from '../../electron/shared/entries/entry-name.ts'
import { formatDate } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { PeopleEdit } from '../../electron/shared/people/choices.ts'
import { sessionsOf } from '../../electron/shared/programme/sessions-of.ts'
import { clockAt } from '../../electron/shared/time.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { Button } from '../components/button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TextArea, TextField } from '../components/text-field.tsx'
import { useApp } from '../state/app-state.ts'
import { goToEntry } from '../state/go-to-entry.ts'
import { useTrip } from '../state/open-trip.ts'
import { goToSession } from '../state/go-to-session.ts'
import { addToReport, isInReport } from './add-to-report.ts'
import { PersonLinks } from './person-links.tsx'
import type { ListedPerson } from './use-people.ts'
import './person-card.css'

interface PersonProps {
  trip: Trip
  person: ListedPerson
}

/** Everything that a trip says about a person: fields that can be changed, and the entries that name them. */
export function PersonCard({ trip, person }: PersonProps) {
  const isReadOnly = useReadOnlyArea()
  return (
    <div className="person">
      <h3 className="person-name">{person.name}</h3>
      {person.otherNames.length > 0 && (
        <p className="person-quiet">{t('people.other-names', { names: [...person.otherNames] })}</p>
      )}
      <Elsewhere person={person} />
      <div className="person-fields">
        <SaidField person={person} edit="role" value={person.role} label={t('entry.column.role')} />
        <SaidField
          person={person}
          edit="affiliation"
          value={person.affiliation}
          label={t('entry.column.affiliation')}
        />
        <PersonLinks person={person} />
        <SaidField person={person} edit="note" value={person.note} label={t('people.note')} />
      </div>
      <Sessions trip={trip} person={person} />
      <Entries trip={trip} person={person} />
      {!isReadOnly && (
        <Button isDisabled={isInReport(trip.report.closing.text, person)} onPress={() => addToReport(person)}>
          {t(isInReport(trip.report.closing.text, person) ? 'people.in-report' : 'people.add-to-report')}
        </Button>
      )}
    </div>
  )
}

interface SaidFieldProps {
  person: ListedPerson
  edit: 'role' | 'affiliation' | 'note'
  value: string
  label: string
}

/** A field that is written when it is left. */
function SaidField({ person, edit, value, label }: SaidFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    if (typed !== null && typed.trim() !== value) {
      const change: PeopleEdit = { edit, key: person.key, value: typed.trim() || null }
      void useTrip.getState().editPeople([change], person.name)
    }
    setTyped(null)
  }
  const props = { label, value: typed ?? value, onChange: setTyped, onBlur: leave }
  return edit === 'note' ? <TextArea {...props} /> : <TextField {...props} />
}

/** The sessions of the programme in which a person speaks. */
function Sessions({ trip, person }: PersonProps) {
  const programme = useTrip((state) => state.programme)
  const plan = useTrip((state) => state.plan)
  const ids = new Set(person.sessionIds)
  const sessions = sessionsOf({ programme, plan }).filter(({ id }) => ids.has(id))
  if (sessions.length === 0) return null
  return (
    <section aria-label={t('people.speaks')}>
      <h4 className="person-heading">{t('people.speaks')}</h4>
      <ul className="person-entries">
        {sessions.map(({ id, title, day, start, room }) => (
          <li key={id}>
            <LinkButton className="person-entry" onPress={() => openSession(trip.id, id)}>
              <span>{title}</span>
              <span className="person-quiet">
                {[
                  day === null ? '' : formatDate(day, 'without-year'),
                  start === null ? '' : clockAt(start, trip.timeZone),
                  room,
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function openSession(tripId: string, sessionId: string): void {
  useApp.getState().closeDialog()
  void goToSession(tripId, sessionId)
}

/** The entries that name a person. */
function Entries({ trip, person }: PersonProps) {
  const ids = new Set(person.entryIds)
  const entries = trip.entries.filter(({ id }) => ids.has(id))
  return (
    <section aria-label={t('people.entries')}>
      <h4 className="person-heading">{t('people.entries')}</h4>
      {entries.length === 0 && <p className="person-quiet">{t('people.no-entries')}</p>}
      <ul className="person-entries">
        {entries.map((entry) => (
          <li key={entry.id}>
            <LinkButton className="person-entry" onPress={() => open(trip.id, entry.id)}>
              <span>{entryName(entry)}</span>
              <span className="person-quiet">{formatDate(entry.day, 'without-year')}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function open(tripId: string, entryId: string): void {
  useApp.getState().closeDialog()
  void goToEntry(tripId, entryId)
}

/** What other trips say about somebody of this name. Whether it is the same person is asked. */
function Elsewhere({ person }: { person: ListedPerson }) {
  const choices = useTrip((state) => state.choices)
  if (person.known === null) return null
  const byTrip = new Map<string, Occurrence>()
  for (const one of person.known.occurrences) {
    const before = byTrip.get(one.tripId)
    if (before === undefined || (before.context === '' && one.context !== '')) byTrip.set(one.tripId, one)
  }
  const isSaid = (tripId: string) =>
    choices.pairs.some(
      ({ keys, otherTripId, isSame }) => keys[0] === person.key && otherTripId === tripId && isSame === true,
    )
  const say = (tripId: string, isSame: boolean) => {
    const change: PeopleEdit = { edit: 'pair', one: person.key, other: person.key, otherTripId: tripId, isSame }
    void useTrip.getState().editPeople([change], person.name)
  }
  return (
    <ul className="person-elsewhere">
      {[...byTrip.values()].map((one) => (
        <li key={one.tripId} className="person-trip">
          <LinkButton className="person-entry" onPress={() => open(one.tripId, one.entryId)}>
            {describe(one)}
          </LinkButton>
          {!isSaid(one.tripId) && (
            <span className="person-question">
              {t('people.same-person')}
              <Button kind="plain" onPress={() => say(one.tripId, true)}>
                {t('people.same')}
              </Button>
              <Button kind="plain" onPress={() => say(one.tripId, false)}>
                {t('people.not-same')}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** "Met at FOSDEM 2026, in the queue for coffee". */
function describe({ kind, tripTitle, context }: Occurrence): string {
  if (kind !== 'encounter') return t('people.heard-at', { trip: tripTitle })
  return context === '' ? t('people.met-at', { trip: tripTitle }) : t('people.met-at-in', { trip: tripTitle, context })
}
