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
  /** The field, as the button shows it. */
  label: string
  /** What the button does, for those who do not see its sign: "Add speaker". */
  name: string
  onPress: () => void
}

/** Shows a field that is empty in most entries, and stays out of sight there. */
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
  /** It was asked for just now, to be filled in. */
  takesFocus: boolean
  show: () => void
}

/** Whether the tags of an entry are shown: where there are some, or where they were asked for. */
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
    <Property name={t('entry.field.tags')}>
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
