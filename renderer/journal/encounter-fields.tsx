import { AddField, TagsField, useTagsField } from './added-fields.tsx'
import type { EncounterHead, FieldsOf } from './entry-head.ts'
import { EntryTimes, ZoneNote } from './entry-times.tsx'
import { LineField } from './line-field.tsx'
import { Property } from './property.tsx'
import './entry-pane.css'

/** Who somebody is, and how one met. */
export function EncounterFields({ entry, timeZone, edit }: FieldsOf<EncounterHead>) {
  const tags = useTagsField(entry)
  return (
    <>
      <Property name="When">
        <EntryTimes entry={entry} timeZone={timeZone} />
        <ZoneNote entry={entry} timeZone={timeZone} />
      </Property>
      <Property name="Role">
        <LineField
          className="entry-wide"
          label="Role"
          placeholder="Who they are"
          value={entry.role}
          onChange={(role) => edit({ role })}
        />
      </Property>
      <Property name="Context">
        <LineField
          className="entry-wide"
          label="Context"
          placeholder="Where and how you met"
          value={entry.context}
          onChange={(context) => edit({ context })}
        />
      </Property>
      <TagsField entry={entry} edit={edit} state={tags} />
      {!tags.isShown && (
        <div className="entry-line">
          <AddField label="Tags" onPress={tags.show} />
        </div>
      )}
    </>
  )
}
