import { AddField, TagsField, useTagsField } from './added-fields.tsx'
import type { FieldsOf, NoteHead } from './entry-head.ts'
import { EntryTimes, ZoneNote } from './entry-times.tsx'
import { Property } from './property.tsx'

/** When a note begins; the rest of it is text. */
export function NoteFields({ entry, timeZone, edit }: FieldsOf<NoteHead>) {
  const tags = useTagsField(entry)
  return (
    <>
      <Property name="When">
        <EntryTimes entry={entry} timeZone={timeZone} />
        <ZoneNote entry={entry} timeZone={timeZone} />
        {!tags.isShown && <AddField label="Tags" onPress={tags.show} />}
      </Property>
      <TagsField entry={entry} edit={edit} state={tags} />
    </>
  )
}
