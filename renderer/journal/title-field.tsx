import { TextArea } from '../components/text-field.tsx'
import { assertNever } from '../../electron/shared/result.ts'
import { nameOf, type EntryHead, type FieldsOf } from './entry-head.ts'

const fields: Record<EntryHead['kind'], { label: string; placeholder: string }> = {
  talk: { label: 'Title', placeholder: 'Title of the talk' },
  note: { label: 'Title', placeholder: 'Title, if it needs one' },
  encounter: { label: 'Who', placeholder: 'Who was it?' },
}

export interface TitleFieldProps extends Omit<FieldsOf<EntryHead>, 'timeZone'> {
  /** The name takes the cursor: the entry is new and has none. */
  focus: boolean
  /** Enter: on to the text. */
  onEnter: () => void
}

/** The field that names the entry. Long titles wrap, as they do in the programme, but a title is one line. */
export function TitleField({ entry, edit, focus, onEnter }: TitleFieldProps) {
  const rename = (typed: string) => {
    const name = typed.replaceAll(/\s*[\r\n]+\s*/g, ' ')
    switch (entry.kind) {
      case 'talk':
      case 'note':
        edit({ title: name })
        return
      case 'encounter':
        edit({ who: name })
        return
      default:
        assertNever(entry)
    }
  }
  return (
    <TextArea
      // The field of a new entry is a new field, which takes the cursor as it comes.
      key={`${entry.id} ${String(focus)}`}
      className="entry-title"
      isBare
      hideLabel
      rows={1}
      // Who has just made an entry is about to name it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={focus}
      {...fields[entry.kind]}
      value={nameOf(entry)}
      onChange={rename}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          onEnter()
        } else {
          event.continuePropagation()
        }
      }}
    />
  )
}
