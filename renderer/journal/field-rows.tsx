import { Plus, X } from 'lucide-react'
import { useEffect, useImperativeHandle, useRef, useState, type FocusEvent, type Ref } from 'react'
import { Group } from 'react-aria-components'
import type { Field, FieldValues } from '../../electron/shared/entries/fields.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { IconButton } from '../components/icon-button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TextField } from '../components/text-field.tsx'
import { Property } from './property.tsx'
import './entry-pane.css'

type Row = FieldValues['rows'][number]

export interface FieldRowsProps {
  field: Field<'rows'>
  rows: readonly Row[]
  onChange: (rows: readonly Row[]) => void
  ref?: Ref<FieldRowsHandle>
}

export interface FieldRowsHandle {
  /** Adds a row and focuses it. */
  add: () => void
}

/**
 * A list of items with the same few fields, one per row: speakers, links. An empty row is shown only while the focus is
 * in the rows, and is never saved.
 */
export function FieldRows({ field, rows, onChange, ref }: FieldRowsProps) {
  const { columns } = field.rule
  const item = t(`entry.item.${field.name}`)
  const all = t(`entry.field.${field.name}`)
  const isReadOnly = useReadOnlyArea()
  const list = useRef<HTMLUListElement>(null)
  const takesFocus = useRef(false)
  const [draft, setDraft] = useState<readonly Row[] | null>(null)
  const shown = draft ?? rows

  useEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    list.current?.querySelector<HTMLElement>('li:last-child input')?.focus()
  })

  const change = (next: readonly Row[]) => {
    setDraft(next)
    onChange(next.filter((row) => columns.some(({ key }) => row[key]?.trim())))
  }
  const add = () => {
    takesFocus.current = true
    setDraft([...shown, Object.fromEntries(columns.map(({ key }) => [key, '']))])
  }
  useImperativeHandle(ref, () => ({ add }))

  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setDraft(null)
  }

  if (shown.length === 0) return null
  return (
    <Property name={shown.length === 1 ? item : all} field={field.name}>
      <Group className="field-rows" aria-label={all} onBlur={onBlur}>
        <ul ref={list} className={columns.length === 2 ? 'field-rows-2' : 'field-rows-3'}>
          {shown.map((row, index) => {
            const number = shown.length > 1 ? index + 1 : 0
            return (
              // Rows have no identity except their position.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index} className="field-rows-row">
                {columns.map(({ key, label }) => (
                  <TextField
                    key={key}
                    isBare
                    inputClassName="field-rows-input"
                    hideLabel
                    label={t('entry.item-field', { number, item, column: t(label) })}
                    placeholder={t(label)}
                    value={row[key] ?? ''}
                    onChange={(value) =>
                      change(shown.map((one, at) => (at === index ? { ...one, [key]: value } : one)))
                    }
                    onKeyDown={(event) => {
                      if (event.key === 'Enter' && !isReadOnly) add()
                      else event.continuePropagation()
                    }}
                  />
                ))}
                {!isReadOnly && (
                  <span className="field-rows-buttons">
                    {index === shown.length - 1 && (
                      <IconButton
                        className="field-rows-button"
                        label={t(`entry.add.${field.name}`)}
                        icon={<Plus aria-hidden />}
                        onPress={add}
                      />
                    )}
                    <IconButton
                      className="field-rows-button"
                      label={t(`entry.remove.${field.name}`, { number })}
                      icon={<X aria-hidden />}
                      onPress={() => change(shown.filter((_, at) => at !== index))}
                    />
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      </Group>
    </Property>
  )
}
