import { useEffect, useRef } from 'react'
import { TextArea } from '../components/text-field.tsx'
import { fieldChange, fieldValue, titleField } from '../../electron/shared/entries/fields.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { HeadProps } from './entry-head.ts'
import './entry-pane.css'

export interface TitleFieldProps extends Omit<HeadProps, 'timeZone'> {
  /** Takes the focus: the entry is new and has no name yet. */
  focus: boolean
  onFocusTaken: () => void
  /** Enter: moves to the text. */
  onEnter: () => void
}

/** The field for an entry's name. Long titles wrap, as they do in the programme, but a title has only one line. */
export function TitleField({ entry, edit, focus, onFocusTaken, onEnter }: TitleFieldProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!focus) return
    place.current?.querySelector('textarea')?.focus()
    onFocusTaken()
  }, [focus, onFocusTaken])

  const field = titleField(entry.kind)
  const { placeholder } = field.rule
  return (
    <div ref={place}>
      <TextArea
        className="entry-title"
        inputClassName="entry-title-input"
        isBare
        hideLabel
        rows={1}
        label={t(`entry.field.${field.name}`)}
        {...(placeholder !== null && { placeholder: t(placeholder) })}
        value={fieldValue(entry, field)}
        onChange={(typed) => edit(fieldChange(field, typed.replaceAll(/\s*[\r\n]+\s*/g, ' ')))}
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
