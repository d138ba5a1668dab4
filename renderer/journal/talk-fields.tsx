import { useRef, useState } from 'react'
import { sessionKinds, type SessionKind } from '../../electron/shared/trip.ts'
import { Checkbox } from '../components/switch.tsx'
import { Select } from '../components/select.tsx'
import { AddField, TagsField, useTagsField } from './added-fields.tsx'
import type { FieldsOf, TalkHead } from './entry-head.ts'
import { EntryTimes, ZoneNote } from './entry-times.tsx'
import { FieldRows, type FieldRowsHandle } from './field-rows.tsx'
import { LineField } from './line-field.tsx'
import { Property } from './property.tsx'
import './entry-pane.css'

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

/** When and where a talk was, who gave it, and what there is of it elsewhere. */
export function TalkFields({ entry, timeZone, edit }: FieldsOf<TalkHead>) {
  const speakers = useRef<FieldRowsHandle>(null)
  const links = useRef<FieldRowsHandle>(null)
  const tags = useTagsField(entry)
  const [wantsShortTitle, setWantsShortTitle] = useState(false)
  const hasShortTitle = wantsShortTitle || entry.shortTitle !== ''
  return (
    <>
      <Property name="When">
        <EntryTimes entry={entry} timeZone={timeZone} />
        <LineField className="entry-room" label="Room" value={entry.room} onChange={(room) => edit({ room })} />
        <Select
          className="entry-session"
          isBare
          label="Kind of session"
          hideLabel
          items={sessionItems}
          value={entry.session}
          onChange={(session) => edit({ session })}
        />
        <Checkbox className="entry-own" isSelected={entry.own} onChange={(own) => edit({ own })}>
          My own talk
        </Checkbox>
        <ZoneNote entry={entry} timeZone={timeZone} />
      </Property>
      <FieldRows
        ref={speakers}
        name="Speaker"
        columns={speakerColumns}
        rows={entry.speakers}
        onChange={(rows) => edit({ speakers: rows })}
      />
      <FieldRows
        ref={links}
        name="Link"
        columns={linkColumns}
        rows={entry.links}
        onChange={(rows) => edit({ links: rows })}
      />
      {hasShortTitle && (
        <Property name="Short title">
          <LineField
            className="entry-wide"
            label="Short title"
            placeholder="How the text speaks of it later"
            // Who has just asked for the field is about to fill it.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={wantsShortTitle}
            value={entry.shortTitle}
            onChange={(shortTitle) => edit({ shortTitle })}
          />
        </Property>
      )}
      <TagsField entry={entry} edit={edit} state={tags} />
      <div className="entry-line">
        {entry.speakers.length === 0 && <AddField label="Speaker" onPress={() => speakers.current?.add()} />}
        {entry.links.length === 0 && <AddField label="Link" onPress={() => links.current?.add()} />}
        {!hasShortTitle && <AddField label="Short title" onPress={() => setWantsShortTitle(true)} />}
        {!tags.isShown && <AddField label="Tags" onPress={tags.show} />}
      </div>
    </>
  )
}
