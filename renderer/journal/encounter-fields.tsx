import { AddField, TagsField, useTagsField } from './added-fields.tsx'
import type { EncounterHead, FieldsOf } from './entry-head.ts'
import { EntryTimes, ZoneNote } from './entry-times.tsx'
import { LineField } from './line-field.tsx'

/** Who somebody is, and how one met. */
export function EncounterFields({ entry, timeZone, edit }: FieldsOf<EncounterHead>) {
  const tags = useTagsField(entry)
  return (
    <>
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
        <ZoneNote entry={entry} timeZone={timeZone} />
      </div>
      <TagsField entry={entry} edit={edit} state={tags} />
      {!tags.isShown && (
        <div className="entry-line">
          <AddField label="Tags" onPress={tags.show} />
        </div>
      )}
    </>
  )
}
