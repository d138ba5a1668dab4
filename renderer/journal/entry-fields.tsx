import { assertNever } from '../../electron/shared/result.ts'
import { EncounterFields } from './encounter-fields.tsx'
import type { EntryHead, FieldsOf } from './entry-head.ts'
import { NoteFields } from './note-fields.tsx'
import { TalkFields } from './talk-fields.tsx'

/** What is known of an entry beside its name and its text. What is empty and rarely used waits behind a button. */
export function KindFields({ entry, ...rest }: FieldsOf<EntryHead>) {
  switch (entry.kind) {
    case 'talk':
      return <TalkFields entry={entry} {...rest} />
    case 'note':
      return <NoteFields entry={entry} {...rest} />
    case 'encounter':
      return <EncounterFields entry={entry} {...rest} />
    default:
      return assertNever(entry)
  }
}
