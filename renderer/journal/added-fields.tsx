import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TokenField } from '../components/token-field.tsx'
import { useCompletions } from './completions.ts'
import type { EntryHead, HeadProps } from './entry-head.ts'
import { Property } from './property.tsx'
import './entry-pane.css'

interface AddFieldProps {
  /** The field's name, as shown on the button. */
  label: string
  /** The button's accessible name: "Add speaker". */
  name: string
  /** The name of the field, by which the focus finds it. */
  field: string
  onPress: () => void
}

/** A button that shows a field that is empty in most entries and therefore hidden. */
export function AddField({ label, name, field, onPress }: AddFieldProps) {
  const isReadOnly = useReadOnlyArea()
  if (isReadOnly) return null
  return (
    <Button
      kind="plain"
      className="add-field"
      icon={<Plus aria-hidden />}
      aria-label={name}
      data-field={field}
      onPress={onPress}
    >
      {label}
    </Button>
  )
}

export interface TagsState {
  isShown: boolean
  /** The user just asked for it, so it takes the focus. */
  takesFocus: boolean
  show: () => void
}

/** Whether the tags of an entry are shown: if there are any, or if the user asked for them. */
export function useTagsField(entry: EntryHead): TagsState {
  const [isWanted, setWanted] = useState(false)
  return { isShown: isWanted || entry.tags.length > 0, takesFocus: isWanted, show: () => setWanted(true) }
}

export interface TagsFieldProps extends Pick<HeadProps, 'entry' | 'edit'> {
  state: TagsState
  /** Enter in the empty field: goes on to the text. */
  onLeave: () => void
}

export function TagsField({ entry, edit, state, onLeave }: TagsFieldProps) {
  const place = useRef<HTMLDivElement>(null)
  const { isShown, takesFocus } = state
  const completions = useCompletions('tag', entry.id)
  useEffect(() => {
    if (takesFocus) place.current?.querySelector('input')?.focus()
  }, [takesFocus])
  if (!isShown) return null
  return (
    <Property name={t('entry.field.tags')} field="tags">
      <div ref={place} className="entry-wide">
        <TokenField
          isBare
          label={t('entry.field.tags')}
          hideLabel
          placeholder={t('entry.placeholder.tags')}
          completions={completions}
          value={entry.tags}
          onChange={(tags) => edit({ tags })}
          onEnter={onLeave}
        />
      </div>
    </Property>
  )
}
