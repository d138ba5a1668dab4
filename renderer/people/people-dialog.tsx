import { useEffect, useMemo, useRef, useState } from 'react'
import { ListBox, ListBoxItem, ToggleButton } from 'react-aria-components'
import { foldName } from '../../electron/shared/fold-text.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { personKey } from '../../electron/shared/people/choices.ts'
import type { PossiblePair } from '../../electron/shared/people/gather-people.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ReadOnlyArea } from '../components/read-only-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApp } from '../state/app-state.ts'
import { takeAskedPerson } from '../state/open-person.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import { PersonCard } from './person-card.tsx'
import { type ListedPerson, useTripPeople } from './use-people.ts'
import './people-dialog.css'

/** The people of the open trip: a list, and what is known about the one that is chosen. */
export function PeopleDialog() {
  const trip = useTrip((state) => state.trip)
  return trip && <People key={trip.id} trip={trip} />
}

function People({ trip }: { trip: Trip }) {
  const closeDialog = useApp((state) => state.closeDialog)
  const isReadOnly = useTripReadOnly()
  const { people, pairs } = useTripPeople(trip)
  const [typed, setTyped] = useState('')
  const [asked] = useState(takeAskedPerson)
  const [chosen, setChosen] = useState<string | null>(asked)
  const [onlyKnown, setOnlyKnown] = useState(false)
  const authors = useMemo(() => new Set(trip.authors.map(personKey)), [trip.authors])
  const speakers = useMemo(
    () => people.filter(({ key, known, sessionIds }) => known !== null && sessionIds.length > 0 && !authors.has(key)),
    [people, authors],
  )
  const isNarrowed = onlyKnown && speakers.length > 0
  const shown = useMemo(() => findPeople(isNarrowed ? speakers : people, typed), [people, speakers, isNarrowed, typed])
  const person = shown.find((one) => isOf(one, chosen)) ?? shown[0]
  return (
    <Dialog title={t('people.title')} onClose={closeDialog} size="wide">
      <ReadOnlyArea value={isReadOnly}>
        {people.length === 0 ? (
          <EmptyState title={t('people.none')}>{t('people.none-note')}</EmptyState>
        ) : (
          <div className="people">
            <div className="people-side">
              <div className="people-find">
                <TextField
                  label={t('people.find')}
                  hideLabel
                  placeholder={t('people.find')}
                  value={typed}
                  onChange={setTyped}
                />
                {speakers.length > 0 && (
                  <ToggleButton className="people-known" isSelected={isNarrowed} onChange={setOnlyKnown}>
                    {t('people.known-speakers', { count: speakers.length })}
                  </ToggleButton>
                )}
              </div>
              <PeopleList people={shown} chosen={person?.key ?? null} isAsked={asked !== null} onChoose={setChosen} />
            </div>
            <section className="people-card" aria-label={person?.name ?? t('people.title')}>
              <Questions pairs={pairs} />
              {person === undefined ? (
                <p className="people-quiet">{t('people.not-found')}</p>
              ) : (
                <PersonCard key={person.key} trip={trip} person={person} />
              )}
            </section>
          </div>
        )}
      </ReadOnlyArea>
    </Dialog>
  )
}

/** Whether a person has the name with this key, in one spelling or another. */
const isOf = ({ key, otherNames }: ListedPerson, wanted: string | null): boolean =>
  key === wanted || otherNames.some((name) => personKey(name) === wanted)

const isWritten = ({ entryIds }: ListedPerson) => entryIds.length > 0

/** Those who are written about first, then the other speakers; each by name. */
function findPeople(people: readonly ListedPerson[], typed: string): readonly ListedPerson[] {
  const wanted = foldName(typed)
  const found = people.filter(({ name, role, affiliation, otherNames }) =>
    [name, role, affiliation, ...otherNames].some((text) => foldName(text).includes(wanted)),
  )
  return [...found.filter(isWritten), ...found.filter((person) => !isWritten(person))]
}

interface PeopleListProps {
  people: readonly ListedPerson[]
  chosen: string | null
  /** Whether the chosen one was asked for, so that the list has the focus at the beginning. */
  isAsked: boolean
  onChoose: (key: string) => void
}

/** Maximum number of people in the list. A programme can have thousands of speakers, who are found by their names. */
const SHOWN = 300

function PeopleList({ people, chosen, isAsked, onChoose }: PeopleListProps) {
  const list = useRef<HTMLDivElement>(null)
  const at = people.findIndex(({ key }) => key === chosen)
  const listed = at < SHOWN ? people.slice(0, SHOWN) : [...people.slice(0, SHOWN), ...people.slice(at, at + 1)]
  useEffect(() => {
    list.current?.querySelector(`[data-key="${CSS.escape(chosen ?? '')}"]`)?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])
  return (
    <>
      <ListBox
        aria-label={t('people.title')}
        ref={list}
        className="people-list"
        items={listed}
        // It shows whom somebody has asked for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isAsked}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(selection) => {
          const [key] = selection === 'all' ? [] : selection
          if (key !== undefined) onChoose(String(key))
        }}
      >
        {(person) => (
          <ListBoxItem id={person.key} className="people-item" textValue={person.name}>
            <span className="people-item-name">{person.name}</span>
            <span className="people-item-detail">{detail(person)}</span>
          </ListBoxItem>
        )}
      </ListBox>
      {people.length > SHOWN && <p className="people-more">{t('people.more', { count: people.length - SHOWN })}</p>}
    </>
  )
}

function detail({ role, affiliation, context, entryIds, sessionIds }: ListedPerson): string {
  const said = role || affiliation || context
  if (said !== '') return said
  return entryIds.length > 0
    ? t('count.entries', { count: entryIds.length })
    : t('people.sessions', { count: sessionIds.length })
}

/** Names that may be of one person. They stay apart until the user says so. */
function Questions({ pairs }: { pairs: readonly PossiblePair[] }) {
  const [pair] = pairs
  if (pair === undefined) return null
  const { one, other } = pair
  const say = (isSame: boolean) =>
    void useTrip
      .getState()
      .editPeople([{ edit: 'pair', one: one.key, other: other.key, otherTripId: null, isSame }], one.name)
  return (
    <div className="people-question">
      <span>{t('people.one-person', { one: one.name, other: other.name })}</span>
      <Button onPress={() => say(true)}>{t('people.same')}</Button>
      <Button onPress={() => say(false)}>{t('people.not-same')}</Button>
    </div>
  )
}
