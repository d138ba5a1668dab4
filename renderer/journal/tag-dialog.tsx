import { useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { TokenField } from '../components/token-field.tsx'
import { useTrip } from '../state/open-trip.ts'
import { useCompletions } from './completions.ts'
import { selectedEntries } from './selected-entries.ts'

/** The tags that all of some entries have. */
export function commonTags(entries: readonly Entry[]): readonly string[] {
  const [first, ...others] = entries
  return first?.tags.filter((tag) => others.every(({ tags }) => tags.includes(tag))) ?? []
}

/** The tags of an entry after some were given to it and to others, and some taken from them. */
export function changeTags(tags: readonly string[], before: readonly string[], after: readonly string[]): string[] {
  const kept = tags.filter((tag) => after.includes(tag) || !before.includes(tag))
  return [...kept, ...after.filter((tag) => !kept.includes(tag))]
}

/** Asks for the tags of the selected entries. Those that they have in common are there, and can be removed. */
export function TagDialog({ onClose }: { onClose: () => void }) {
  const [entries] = useState(() => {
    const selected = new Set(selectedEntries())
    return (useTrip.getState().trip?.entries ?? []).filter(({ id }) => selected.has(id))
  })
  const [before] = useState(() => commonTags(entries))
  const [tags, setTags] = useState<readonly string[]>(before)
  const completions = useCompletions('tag', entries[0]?.id ?? null)
  const apply = (chosen: readonly string[]) => {
    onClose()
    const { editEntry, editSeveral } = useTrip.getState()
    const change = (entry: Entry) => ({ tags: changeTags(entry.tags, before, chosen) })
    const [only] = entries
    if (entries.length === 1 && only) editEntry(only.id, change(only))
    else void editSeveral(entries.map(({ id }) => id), change) // prettier-ignore
  }
  return (
    <Dialog
      title={t('journal.tag-title', { count: entries.length })}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button kind="plain" onPress={onClose}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" onPress={() => apply(tags)}>
            {t('journal.tag-apply')}
          </Button>
        </>
      }
    >
      <TokenField
        label={t('entry.field.tags')}
        hideLabel
        takesFocus
        placeholder={t('entry.placeholder.tags')}
        completions={completions}
        value={tags}
        onChange={setTags}
        onFinish={apply}
      />
    </Dialog>
  )
}
