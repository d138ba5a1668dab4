import { useEffect, useRef } from 'react'
import { TextArea } from '../components/text-field.tsx'
import { assertNever } from '../../electron/shared/result.ts'
import { nameOf, type EntryHead, type FieldsOf } from './entry-head.ts'
import './entry-pane.css'

const fields: Record<EntryHead['kind'], { label: string; placeholder: string }> = {
  talk: { label: 'Title', placeholder: 'Title of the talk' },
  note: { label: 'Title', placeholder: 'Title, if it needs one' },
  encounter: { label: 'Who', placeholder: 'Who was it?' },
}

export interface TitleFieldProps extends Omit<FieldsOf<EntryHead>, 'timeZone'> {
  /** The name takes the cursor: the entry is new and has none. */
  focus: boolean
  onFocusTaken: () => void
  /** Enter: on to the text. */
  onEnter: () => void
}

/** The field that names the entry. Long titles wrap, as they do in the programme, but a title is one line. */
export function TitleField({ entry, edit, focus, onFocusTaken, onEnter }: TitleFieldProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!focus) return
    place.current?.querySelector('textarea')?.focus()
    onFocusTaken()
  }, [focus, onFocusTaken])

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
    <div ref={place}>
      <TextArea
        className="entry-title"
        inputClassName="entry-title-input"
        isBare
        hideLabel
        rows={1}
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
    </div>
  )
}
