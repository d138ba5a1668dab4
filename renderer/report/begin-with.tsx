import { t } from '../../electron/shared/messages/translate.ts'
import { type SectionSource, sectionSources, sectionsFrom } from '../../electron/shared/report/sections-from.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { Button } from '../components/button.tsx'
import { Menu } from '../components/menu.tsx'
import { editSections } from './outline-edits.ts'
import './outline.css'

interface Props {
  trip: Trip
  /** Whether there are no sections yet. */
  isFirst: boolean
}

/** Makes sections of the entries that are in none: one for each day, tag or kind, or one for the starred entries. */
export function BeginWith({ trip, isFirst }: Props) {
  const make = (source: SectionSource) => {
    const made = sectionsFrom(trip, source, () => crypto.randomUUID())
    editSections((sections) => [...sections, ...made], t('report.undo.begin-with', { source }))
  }
  const items = sectionSources.map((source) => ({
    id: source,
    label: t(`report.begin-with.${source}`),
    isDisabled: sectionsFrom(trip, source, () => '').length === 0,
    onAction: () => make(source),
  }))
  if (items.every(({ isDisabled }) => isDisabled)) return null
  const label = t(isFirst ? 'report.begin-with' : 'report.more-sections')
  return (
    <Menu
      label={label}
      trigger={
        <Button kind="plain" className="outline-add-button">
          {label}
        </Button>
      }
      items={items}
    />
  )
}
