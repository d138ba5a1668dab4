import { useEffect, useId, useRef } from 'react'
import { useHeldText } from '../components/held-text.ts'
import { TextArea } from '../components/text-field.tsx'
import { type EntryFields, fieldChange, fieldValue, titleField } from '../../electron/shared/entries/fields.ts'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import { instantAt } from '../../electron/shared/zone-time.ts'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import type { EntryHead, HeadProps } from './entry-head.ts'
import { readTitleLine, type TitleLine } from './read-title-line.ts'
import './entry-pane.css'

export interface TitleFieldProps extends HeadProps {
  /** Takes the focus: the entry is new and has no name yet. */
  focus: boolean
  onFocusTaken: () => void
  /** Enter: moves to the text. */
  onEnter: () => void
}

/** The field for an entry's name. Long titles wrap, as they do in the programme, but a title has only one line. */
export function TitleField({ entry, timeZone, edit, focus, onFocusTaken, onEnter }: TitleFieldProps) {
  const isReadOnly = useReadOnlyArea()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!focus) return
    place.current?.querySelector('textarea')?.focus()
    onFocusTaken()
  }, [focus, onFocusTaken])

  const field = titleField(entry.kind)
  const { placeholder } = field.rule
  const held = useHeldText(fieldValue(entry, field), (typed) => edit(fieldChange(field, typed)))
  const line = lineOf(entry, held.value)
  const hintId = useId()
  const take = () => {
    if (line === null || isReadOnly) return
    // The title as it was typed comes first, so that undoing this gives it back.
    held.handOver()
    edit(changesOf(entry, line, timeZone))
  }
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
        spellCheck={entry.kind === 'encounter' ? 'false' : 'true'}
        value={held.value}
        onChange={(typed) => held.onChange(typed.replaceAll(/\s*[\r\n]+\s*/g, ' '))}
        onBlur={held.handOver}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            take()
            onEnter()
          } else {
            event.continuePropagation()
          }
        }}
        {...(line !== null && { 'aria-describedby': hintId })}
      />
      {line !== null && !isReadOnly && (
        <p id={hintId} className="entry-title-hint">
          {t('entry.title-line', { what: wordsOf(line) })}
        </p>
      )}
    </div>
  )
}

/** What the title of a talk says besides the title, as long as the fields for that are empty. */
function lineOf(entry: EntryHead, title: string): TitleLine | null {
  if (entry.kind !== 'talk' || entry.speakers.length > 0 || entry.room !== '') return null
  return readTitleLine(title)
}

/** "Oleh Kostromin, Jane Doe · Europium · 10:45" */
const wordsOf = ({ speakers, room, start }: TitleLine) =>
  [listOf(speakers, 'unit'), room, start].filter(Boolean).join(' · ')

/** Moves what a title line says into the fields of the entry. */
function changesOf(entry: EntryHead, { title, speakers, room, start, end }: TitleLine, timeZone: string): EntryFields {
  const instant = (clock: string) => instantAt(entry.day, clock, timeZone)
  return {
    title,
    speakers: speakers.map((name) => ({ name, role: '', affiliation: '' })),
    room,
    ...(start !== null && { start: instant(start) }),
    ...(start !== null && end !== null && end > start && { end: instant(end) }),
  }
}
