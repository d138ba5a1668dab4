import { Plus, X } from 'lucide-react'
import { type FocusEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { Group } from 'react-aria-components'
import type { Field, FieldValues } from '../../electron/shared/entries/fields.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { CompletingField } from '../components/completing-field.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { IconButton } from '../components/icon-button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { useTrip } from '../state/open-trip.ts'
import { affiliationOf, completedOf, useCompletions } from './completions.ts'
import { isNoAddress, turnedRound } from './link-rows.ts'
import { affiliationInProgramme } from './programme-values.ts'
import { Property } from './property.tsx'
import './entry-pane.css'

type Row = FieldValues['rows'][number]

export interface FieldRowsProps {
  field: Field<'rows'>
  /** The entry that has them. */
  entryId: string
  rows: readonly Row[]
  onChange: (rows: readonly Row[]) => void
  /** Enter in an empty row: goes on to the text. */
  onLeave: () => void
  ref?: Ref<FieldRowsHandle>
}

const areSameRows = (a: readonly Row[], b: readonly Row[]) => JSON.stringify(a) === JSON.stringify(b)

export interface FieldRowsHandle {
  /** Adds a row and focuses it. */
  add: () => void
}

/**
 * A list of items with the same few fields, one per row: speakers, links. An empty row is shown only while the focus is
 * in the rows, and is never saved.
 */
export function FieldRows({ field, entryId, rows, onChange, onLeave, ref }: FieldRowsProps) {
  const { columns } = field.rule
  const item = t(`entry.item.${field.name}`)
  const all = t(`entry.field.${field.name}`)
  const isReadOnly = useReadOnlyArea()
  const list = useRef<HTMLUListElement>(null)
  /** The row that takes the focus once it is there. */
  const wanted = useRef<number | null>(null)
  const [draft, setDraft] = useState<{ rows: readonly Row[]; saved: readonly Row[] } | null>(null)
  /** Whether the focus is in the rows: what is being typed is not judged yet. */
  const [isInside, setInside] = useState(false)
  // Once the rows differ from those that the draft became, something else has changed them, such as Undo.
  const shown = draft !== null && areSameRows(draft.saved, rows) ? draft.rows : rows

  useLayoutEffect(() => {
    if (wanted.current === null) return
    list.current?.querySelectorAll<HTMLElement>('li')[wanted.current]?.querySelector('input')?.focus()
    wanted.current = null
  })

  const isEmpty = (row: Row | undefined) => columns.every(({ key }) => !row?.[key]?.trim())
  const change = (next: readonly Row[]) => {
    const saved = next.filter((row) => !isEmpty(row))
    setDraft({ rows: next, saved })
    onChange(saved)
  }
  const changeRow = (index: number, values: Row) =>
    change(shown.map((one, at) => (at === index ? { ...one, ...values } : one)))
  const add = () => {
    wanted.current = shown.length
    setDraft({ rows: [...shown, Object.fromEntries(columns.map(({ key }) => [key, '']))], saved: rows })
  }
  const remove = (index: number) => {
    wanted.current = Math.max(0, index - 1)
    change(shown.filter((_, at) => at !== index))
    // If none is left, the button that adds one appears.
    if (shown.length === 1) focusSoon(() => document.querySelector(`button[data-field="${field.name}"]`))
  }
  useImperativeHandle(ref, () => ({ add }))

  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (currentTarget.contains(relatedTarget)) return
    setInside(false)
    const turned = shown.map(turnedRound)
    if (!areSameRows(turned, shown)) change(turned)
    setDraft(null)
  }

  if (shown.length === 0) return null
  return (
    <Property name={shown.length === 1 ? item : all} field={field.name}>
      <Group className="field-rows" aria-label={all} onBlur={onBlur} onFocus={() => setInside(true)}>
        <ul ref={list} className={columns.length === 2 ? 'field-rows-2' : 'field-rows-3'}>
          {shown.map((row, index) => {
            const number = shown.length > 1 ? index + 1 : 0
            return (
              // Rows have no identity except their position.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index} className="field-rows-row">
                {columns.map(({ key, label }) => (
                  <RowField
                    key={key}
                    column={key}
                    entryId={entryId}
                    label={t('entry.item-field', { number, item, column: t(label) })}
                    placeholder={t(label)}
                    value={row[key] ?? ''}
                    error={!isInside && isNoAddress(key, row[key] ?? '') ? t('entry.no-address') : null}
                    onChange={(value) => changeRow(index, { [key]: value })}
                    onChoose={(value) => changeRow(index, completeRow(row, key, value))}
                    onEnter={() => (isEmpty(row) ? onLeave() : add())}
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
                      onPress={() => remove(index)}
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

/** What a row becomes when a value is chosen in one column: a known speaker's affiliation comes with the name. */
function completeRow(row: Row, column: string, value: string): Row {
  if (column !== 'name' || row['affiliation'] !== '') return { [column]: value }
  const { trip } = useTrip.getState()
  return { name: value, affiliation: affiliationOf(trip?.entries ?? [], value) || affiliationInProgramme(value) }
}

interface RowFieldProps {
  column: string
  entryId: string
  label: string
  placeholder: string
  value: string
  /** What is wrong with it; `null` if nothing is. */
  error: string | null
  onChange: (value: string) => void
  onChoose: (value: string) => void
  onEnter: () => void
}

function RowField({ column, entryId, ...props }: RowFieldProps) {
  const completions = useCompletions(completedOf(column), entryId)
  return <CompletingField {...props} isBare hideLabel inputClassName="field-rows-input" completions={completions} />
}
