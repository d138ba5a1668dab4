import { useRef, useState } from 'react'
import { type Field, fieldChange, fieldsOf, fieldValue } from '../../electron/shared/entries/fields.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { CompletingField } from '../components/completing-field.tsx'
import { Checkbox } from '../components/switch.tsx'
import { Select } from '../components/select.tsx'
import { TextField, type TextFieldProps } from '../components/text-field.tsx'
import { AddField, TagsField, useTagsField } from './added-fields.tsx'
import { useCompletions } from './completions.ts'
import type { HeadProps } from './entry-head.ts'
import { EntryTimes, ZoneNote } from './entry-times.tsx'
import { FieldRows, type FieldRowsHandle } from './field-rows.tsx'
import { Property } from './property.tsx'
import './entry-pane.css'

/**
 * The fields of an entry besides its title and text, as listed in the table of entry kinds. Rarely used fields that are
 * empty are hidden behind a button.
 *
 * @param props.onLeave goes on to the text
 */
export function EntryFields({ onLeave, ...props }: HeadProps & { onLeave: () => void }) {
  const { entry, edit } = props
  const fields = fieldsOf(entry.kind)
  const lines = fields.filter((field) => field.type === 'line')
  const rows = fields.filter((field) => field.type === 'rows')
  const onDemand = lines.filter(({ rule }) => rule.place === 'on-demand')
  const handles = useRef(new Map<string, FieldRowsHandle>())
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  const tags = useTagsField(entry)
  const isShown = (field: Field<'line'>) => wanted.has(field.name) || fieldValue(entry, field) !== ''
  // If the title is the only field of a kind, there is room for the button beside the times.
  const isBare = fields.length === 1
  const addTags = !tags.isShown && (
    <AddField label={t('entry.field.tags')} name={t('entry.add.tags')} field="tags" onPress={tags.show} />
  )

  return (
    <>
      <Property name={t('entry.field.when')} field="when">
        <EntryTimes {...props} />
        {fields.filter(isBesideTimes).map((field) => (
          <div key={field.name} data-field={field.name}>
            <FieldBesideTimes field={field} {...props} />
          </div>
        ))}
        <ZoneNote {...props} />
        {isBare && addTags}
      </Property>
      {lines
        .filter(({ rule }) => rule.place === 'line')
        .map((field) => (
          <LineOfItsOwn key={field.name} field={field} {...props} wasAskedFor={false} />
        ))}
      {rows.map((field) => (
        <FieldRows
          key={field.name}
          ref={(handle) => {
            if (handle) handles.current.set(field.name, handle)
          }}
          field={field}
          entryId={entry.id}
          rows={fieldValue(entry, field)}
          onChange={(value) => edit(fieldChange(field, value))}
          onLeave={onLeave}
        />
      ))}
      {onDemand.filter(isShown).map((field) => (
        <LineOfItsOwn key={field.name} field={field} {...props} wasAskedFor={wanted.has(field.name)} />
      ))}
      <TagsField entry={entry} edit={edit} state={tags} onLeave={onLeave} />
      {!isBare && (
        <div className="entry-line">
          {rows
            .filter((field) => fieldValue(entry, field).length === 0)
            .map((field) => (
              <AddField
                key={field.name}
                label={t(`entry.item.${field.name}`)}
                name={t(`entry.add.${field.name}`)}
                field={field.name}
                onPress={() => handles.current.get(field.name)?.add()}
              />
            ))}
          {onDemand.flatMap((field) =>
            isShown(field) || field.rule.place !== 'on-demand'
              ? []
              : [
                  <AddField
                    key={field.name}
                    label={t(`entry.field.${field.name}`)}
                    name={t(field.rule.addLabel)}
                    field={field.name}
                    onPress={() => setWanted(new Set(wanted).add(field.name))}
                  />,
                ],
          )}
          {addTags}
        </div>
      )}
    </>
  )
}

const isBesideTimes = ({ type, rule }: Field) =>
  type === 'choice' || type === 'flag' || (type === 'line' && rule.place === 'times')

function FieldBesideTimes({ field, entry, edit }: HeadProps & { field: Field }) {
  const label = t(`entry.field.${field.name}`)
  switch (field.type) {
    case 'line':
      return <RoomField label={label} entryId={entry.id} field={field} value={fieldValue(entry, field)} edit={edit} />
    case 'choice':
      return (
        <Select
          className="entry-session"
          isBare
          label={label}
          hideLabel
          items={field.rule.options.map(({ id, label: option }) => ({ id, label: t(option) }))}
          value={fieldValue(entry, field)}
          onChange={(value) => edit(fieldChange(field, value))}
        />
      )
    case 'flag':
      return (
        <Checkbox
          className="entry-own"
          isSelected={fieldValue(entry, field)}
          onChange={(value) => edit(fieldChange(field, value))}
        >
          {label}
        </Checkbox>
      )
    case 'end':
    case 'rows':
      return null
    default:
      return assertNever(field)
  }
}

interface RoomFieldProps extends Pick<HeadProps, 'edit'> {
  field: Field<'line'>
  label: string
  entryId: string
  value: string
}

/** The field beside the times. The room of the entry before is offered first. */
function RoomField({ field, label, entryId, value, edit }: RoomFieldProps) {
  return (
    <CompletingField
      className="entry-room"
      label={label}
      hideLabel
      isBare
      placeholder={label}
      value={value}
      completions={useCompletions('room', entryId)}
      opensOnFocus
      onChange={(room) => edit(fieldChange(field, room))}
    />
  )
}

interface LineOfItsOwnProps extends HeadProps {
  field: Field<'line'>
  /** The user just asked for it, so it takes the focus. */
  wasAskedFor: boolean
}

function LineOfItsOwn({ field, entry, edit, wasAskedFor }: LineOfItsOwnProps) {
  const label = t(`entry.field.${field.name}`)
  const { placeholder } = field.rule
  return (
    <Property name={label} field={field.name}>
      <LineField
        className="entry-wide"
        label={label}
        {...(placeholder !== null && { placeholder: t(placeholder) })}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={wasAskedFor}
        value={fieldValue(entry, field)}
        onChange={(value) => edit(fieldChange(field, value))}
      />
    </Property>
  )
}

/** A field of an entry. It looks like plain text until it is edited, and its placeholder says what belongs there. */
function LineField({ placeholder, ...props }: Omit<TextFieldProps, 'hideLabel' | 'isBare'>) {
  return <TextField {...props} hideLabel isBare placeholder={placeholder ?? props.label} />
}
