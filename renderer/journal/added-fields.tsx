import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../components/button.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { TokenField } from '../components/token-field.tsx'
import type { EntryHead, FieldsOf } from './entry-head.ts'
import { Property } from './property.tsx'
import './entry-pane.css'

/** Brings a field that is empty in most entries, and stays out of sight there. */
export function AddField({ label, onPress }: { label: string; onPress: () => void }) {
  const isReadOnly = useReadOnlyArea()
  if (isReadOnly) return null
  return (
    <Button
      kind="plain"
      className="add-field"
      icon={<Plus aria-hidden />}
      aria-label={`Add ${label.toLowerCase()}`}
      onPress={onPress}
    >
      {label}
    </Button>
  )
}

export interface TagsState {
  isShown: boolean
  /** It was asked for just now, to be filled. */
  takesFocus: boolean
  show: () => void
}

/** Whether the tags of an entry are shown: where there are some, or where they were asked for. */
export function useTagsField(entry: EntryHead): TagsState {
  const [isWanted, setWanted] = useState(false)
  return { isShown: isWanted || entry.tags.length > 0, takesFocus: isWanted, show: () => setWanted(true) }
}

export function TagsField({ entry, edit, state }: Pick<FieldsOf<EntryHead>, 'entry' | 'edit'> & { state: TagsState }) {
  const place = useRef<HTMLDivElement>(null)
  const { isShown, takesFocus } = state
  useEffect(() => {
    if (takesFocus) place.current?.querySelector('input')?.focus()
  }, [takesFocus])
  if (!isShown) return null
  return (
    <Property name="Tags">
      <div ref={place} className="entry-wide">
        <TokenField
          isBare
          label="Tags"
          hideLabel
          placeholder="Tags, each ended with Enter"
          value={entry.tags}
          onChange={(tags) => edit({ tags })}
        />
      </div>
    </Property>
  )
}
