import { Plus } from 'lucide-react'
import { useState } from 'react'
import { assertNever } from '../../electron/shared/result.ts'
import { sessionKinds, type Encounter, type Note, type SessionKind, type Talk } from '../../electron/shared/trip.ts'
import { Button } from '../components/button.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { Select } from '../components/select.tsx'
import { TextField } from '../components/text-field.tsx'
import { TokenField } from '../components/token-field.tsx'
import type { EntryFields } from '../state/trip-drafts.ts'
import { EntryTimes } from './entry-times.tsx'
import { FieldRows } from './field-rows.tsx'
import { LineField } from './line-field.tsx'

/** An entry without its text: what the fields above the editor show. */
export type EntryHead =
  Omit<Talk, 'text' | 'updatedAt'> | Omit<Note, 'text' | 'updatedAt'> | Omit<Encounter, 'text' | 'updatedAt'>

interface FieldsOf<E> {
  entry: E
  timeZone: string
  edit: (changes: EntryFields) => void
}

const sessionNames: Record<SessionKind, string> = {
  keynote: 'Keynote',
  talk: 'Talk',
  tutorial: 'Tutorial',
  panel: 'Panel',
  lightning: 'Lightning talk',
  opening: 'Opening',
  closing: 'Closing',
  booth: 'Booth',
  social: 'Social',
}
const sessionItems = sessionKinds.map((id) => ({ id, label: sessionNames[id] }))

const speakerColumns = [
  { key: 'name', label: 'Name' },
  { key: 'role', label: 'Role' },
  { key: 'affiliation', label: 'Affiliation' },
] as const

const linkColumns = [
  { key: 'label', label: 'What it is' },
  { key: 'url', label: 'Address' },
] as const

function TalkFields({ entry, timeZone, edit }: FieldsOf<Extract<EntryHead, { kind: 'talk' }>>) {
  return (
    <>
      <div className="entry-line">
        <EntryTimes entry={entry} timeZone={timeZone} />
        <LineField className="entry-room" label="Room" value={entry.room} onChange={(room) => edit({ room })} />
        <Select
          className="entry-session"
          label="Kind of session"
          hideLabel
          items={sessionItems}
          value={entry.session}
          onChange={(session) => edit({ session })}
        />
        <Checkbox isSelected={entry.own} onChange={(own) => edit({ own })}>
          My own talk
        </Checkbox>
      </div>
      <FieldRows
        name="Speaker"
        columns={speakerColumns}
        rows={entry.speakers}
        onChange={(speakers) => edit({ speakers })}
      />
    </>
  )
}

function EncounterFields({ entry, timeZone, edit }: FieldsOf<Extract<EntryHead, { kind: 'encounter' }>>) {
  return (
    <div className="entry-line">
      <EntryTimes entry={entry} timeZone={timeZone} />
      <LineField
        className="entry-role"
        label="Role"
        placeholder="Who they are"
        value={entry.role}
        onChange={(role) => edit({ role })}
      />
      <LineField
        className="entry-context"
        label="Context"
        placeholder="Where and how you met"
        value={entry.context}
        onChange={(context) => edit({ context })}
      />
    </div>
  )
}

/** The one field that names the entry: what it is called, or who it was. */
function titleOf(entry: EntryHead): { label: string; value: string; placeholder: string } {
  switch (entry.kind) {
    case 'talk':
      return { label: 'Title', value: entry.title, placeholder: 'Title of the talk' }
    case 'note':
      return { label: 'Title', value: entry.title, placeholder: 'Title, if it needs one' }
    case 'encounter':
      return { label: 'Who', value: entry.who, placeholder: 'Who was it?' }
    default:
      return assertNever(entry)
  }
}

export interface EntryFieldsProps extends FieldsOf<EntryHead> {
  /** The name takes the cursor: the entry is new and has none. */
  focusTitle: boolean
  /** Enter in the title: on to the text. */
  onEnter: () => void
}

/** What is known of an entry beside its text. What is empty and rarely used waits behind a button. */
export function EntryFieldsForm({ entry, timeZone, edit, focusTitle, onEnter }: EntryFieldsProps) {
  const [asked, setAsked] = useState<readonly string[]>([])
  const title = titleOf(entry)
  const isTalk = entry.kind === 'talk'
  const has = {
    shortTitle: isTalk && (entry.shortTitle !== '' || asked.includes('shortTitle')),
    links: isTalk && (entry.links.length > 0 || asked.includes('links')),
    tags: entry.tags.length > 0 || asked.includes('tags'),
  }
  const ask = (field: keyof typeof has, label: string) =>
    !has[field] && (
      <Button
        key={field}
        kind="plain"
        className="add-field"
        icon={<Plus aria-hidden />}
        onPress={() => setAsked([...asked, field])}
      >
        {label}
      </Button>
    )

  return (
    <div className="entry-fields">
      <TextField
        // A new entry's field is a new one: it takes the cursor when it comes.
        key={`${entry.id} ${String(focusTitle)}`}
        className="entry-title"
        isBare
        hideLabel
        // The one who made the entry is about to name it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={focusTitle}
        label={title.label}
        placeholder={title.placeholder}
        value={title.value}
        onChange={(value) => edit(entry.kind === 'encounter' ? { who: value } : { title: value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter()
          else event.continuePropagation()
        }}
      />
      {entry.kind === 'talk' && <TalkFields entry={entry} timeZone={timeZone} edit={edit} />}
      {entry.kind === 'encounter' && <EncounterFields entry={entry} timeZone={timeZone} edit={edit} />}
      {entry.kind === 'note' && (
        <div className="entry-line">
          <EntryTimes entry={entry} timeZone={timeZone} />
        </div>
      )}
      {isTalk && has.links && (
        <FieldRows name="Link" columns={linkColumns} rows={entry.links} onChange={(links) => edit({ links })} />
      )}
      {isTalk && has.shortTitle && (
        <LineField
          label="Short title"
          placeholder="Short title: how the text speaks of it later"
          value={entry.shortTitle}
          // Who has just asked for the field is about to fill it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={asked.includes('shortTitle')}
          onChange={(shortTitle) => edit({ shortTitle })}
        />
      )}
      {has.tags && (
        <TokenField
          className="entry-tags"
          label="Tags"
          hideLabel
          placeholder="Tags, each ended with Enter"
          value={entry.tags}
          onChange={(tags) => edit({ tags })}
        />
      )}
      <div className="entry-line entry-adders">
        {isTalk && ask('links', 'Link')}
        {isTalk && ask('shortTitle', 'Short title')}
        {ask('tags', 'Tags')}
      </div>
    </div>
  )
}
