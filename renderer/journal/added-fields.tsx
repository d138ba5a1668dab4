import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TokenField } from '../components/token-field.tsx'
import type { EntryHead, HeadProps } from './entry-head.ts'
import { Property } from './property.tsx'
import './entry-pane.css'

interface AddFieldProps {
  /** The field's name, as shown on the button. */
  label: string
  /** The button's accessible name: "Add speaker". */
  name: string
  onPress: () => void
}

/** A button that shows a field that is empty in most entries and therefore hidden. */
export function AddField({ label, name, onPress }: AddFieldProps) {
  const isReadOnly = useReadOnlyArea()
  if (isReadOnly) return null
  return (
    <Button kind="plain" className="add-field" icon={<Plus aria-hidden />} aria-label={name} onPress={onPress}>
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

export function TagsField({ entry, edit, state }: Pick<HeadProps, 'entry' | 'edit'> & { state: TagsState }) {
  const place = useRef<HTMLDivElement>(null)
  const { isShown, takesFocus } = state
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
          value={entry.tags}
          onChange={(tags) => edit({ tags })}
        />
      </div>
    </Property>
  )
}
